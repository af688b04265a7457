// Generated from operations/ by `npm run codegen`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How often a subscription is billed. */
export type Billing =
  /** Once a year. */
  | 'ANNUAL'
  /** Once a month. */
  | 'MONTHLY'
  /** For each use. */
  | 'PAY_PER_USE';

/** An order to call off. */
export type CancelOrderInput = {
  /** Which order. */
  readonly id: string | number;
};

/** Which subscription ends. */
export type CancelSubscriptionInput = {
  /** The subscription's id. */
  readonly id: string | number;
};

/** A run to call off. */
export type CancelWorkflowRunInput = {
  /** Which run. */
  readonly id: string | number;
  /** Why, for whoever reads it later; at most 200 characters. */
  readonly reason?: string | null | undefined;
};

/** The passwords, old and new. */
export type ChangePasswordInput = {
  /** Whose password. */
  readonly id: string | number;
  /** The present one. Only who has the scope `admin` may leave it out, for another user. */
  readonly currentPassword?: string | null | undefined;
  /** The new one: 8 to 254 characters. */
  readonly newPassword: string;
};

/** What changes of a subscription; what is absent stays as it is. */
export type ChangeSubscriptionInput = {
  /** Which subscription. */
  readonly id: string | number;
  /** The version that was read: when the subscription has another by now, nothing changes and CONFLICT tells. Without it, the last one wins. */
  readonly version?: number | null | undefined;
  /** To which service. */
  readonly productId?: string | number | null | undefined;
  /** How often it is billed; another billing begins a new term now. */
  readonly billing?: Billing | null | undefined;
  /** How it is paid. */
  readonly paymentMethod?: PaymentMethod | null | undefined;
};

/** A product to add. */
export type CreateProductInput = {
  /** The product's id; one that another product has, or ever had, is taken. Without it, a new one is made. */
  readonly id?: string | number | null | undefined;
  /** Three of A-Z and 0-9; unique. Without it, a free one is drawn. */
  readonly symbol?: string | null | undefined;
  /** Service or goods. */
  readonly kind: ProductKind;
  /** What it is called, at most 200 characters. */
  readonly name: string;
  /** What it is, at most 2,000 characters. */
  readonly description?: string | null | undefined;
  /** A picture of it: an http or https address of at most 2,000 characters. */
  readonly imageUrl?: string | null | undefined;
  /** What one of it costs, 0 to 1000000.00, with two decimals at most. */
  readonly price: string;
  /** How many there are, at most 1,000,000,000; null is without limit. */
  readonly stock?: number | null | undefined;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, adds no second product. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** Who subscribes to what. */
export type CreateSubscriptionInput = {
  /** Who subscribes. */
  readonly userId: string | number;
  /** To which service. */
  readonly productId: string | number;
  /** How often it is billed. */
  readonly billing: Billing;
  /** How it is paid. */
  readonly paymentMethod: PaymentMethod;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, gets the first one's answer. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** Whether a subscription is active. */
export type CustomerSubscriptionStatus =
  /** It is in force until it is cancelled, also where its term ran out without a renewal. */
  | 'ACTIVE'
  /** It was cancelled. */
  | 'INACTIVE';

/** Conditions on dead letters; all that are given must hold. */
export type DeadLetterFilter = {
  /** Of this domain. */
  readonly domain?: string | null | undefined;
  /** Of this consumer: `<domain>.<group>`. */
  readonly consumer?: string | null | undefined;
};

/** Why a message could not be handled. */
export type DeadLetterReason =
  /** The handler failed, each time that it was tried. */
  | 'HANDLER_FAILED'
  /** The handler found that no retry can help. */
  | 'UNPROCESSABLE'
  /** The consumer does not know such messages. */
  | 'UNKNOWN_EVENT'
  /** It is not what its contract says. */
  | 'MALFORMED'
  /** It has a version that the consumer does not read yet. */
  | 'UNSUPPORTED_VERSION'
  /** The broker could not deliver it. */
  | 'UNDELIVERABLE';

/** A product to delete. */
export type DeleteProductInput = {
  /** Which product. */
  readonly id: string | number;
  /** As in `UpdateProductInput`. */
  readonly version?: number | null | undefined;
};

/** Whose account is closed. */
export type DeleteUserInput = {
  /** The user's id. */
  readonly id: string | number;
  /** The version that was read: when the user has another by now, nothing changes and CONFLICT tells. */
  readonly version?: number | null | undefined;
};

/** Conditions on detections; all that are given must hold. */
export type DetectionFilter = {
  /** Of this type. */
  readonly type?: DetectionType | null | undefined;
  /** This bad. */
  readonly severity?: DetectionSeverity | null | undefined;
  /** Here, 1 to 100. */
  readonly location?: number | null | undefined;
  /** Seen at this moment or later. */
  readonly from?: string | null | undefined;
  /** Seen before this moment. */
  readonly before?: string | null | undefined;
  /** Whether it is known what they mean. */
  readonly assessed?: boolean | null | undefined;
};

/** Orders of detections; equal ones follow by id. */
export type DetectionOrder =
  /** Oldest first. */
  | 'DETECTED_AT_ASC'
  /** Newest first. */
  | 'DETECTED_AT_DESC';

/** How bad a detection is. */
export type DetectionSeverity =
  /** Nothing out of the ordinary. */
  | 'GREEN'
  /** Something that should be looked at. */
  | 'YELLOW'
  /** Something that must not be. */
  | 'RED';

/** What a sensor tells apart. */
export type DetectionType =
  /** A car, a truck, a bicycle. */
  | 'VEHICLE'
  /** Somebody. */
  | 'PERSON'
  /** An animal. */
  | 'ANIMAL'
  /** Smoke or flames. */
  | 'FIRE';

/** Dead letters to give up. */
export type DiscardDeadLettersInput = {
  /** Which letters, 1 to 100. */
  readonly ids: ReadonlyArray<string | number>;
};

/** A product to like. */
export type LikeProductInput = {
  /** Which product. */
  readonly productId: string | number;
};

/** Whose notifications were read. */
export type MarkAllNotificationsReadInput = {
  /** The user; by default whoever asks. */
  readonly userId?: string | number | null | undefined;
};

/** A notification that was read. */
export type MarkNotificationReadInput = {
  /** The notification's id. */
  readonly id: string | number;
};

/** Conditions on notifications; all that are given must hold. */
export type NotificationFilter = {
  /** Only those for this location, 1 to 100. */
  readonly location?: number | null | undefined;
  /** Only those of this urgency. */
  readonly urgency?: NotificationUrgency | null | undefined;
  /** True: only those that are unread; false: only those that were read. */
  readonly unread?: boolean | null | undefined;
};

/** How soon somebody should look at a notification. */
export type NotificationUrgency =
  /** Good to know. */
  | 'INFO'
  /** Look into it. */
  | 'WARNING'
  /** Act at once. */
  | 'URGENT';

/** Conditions on orders; all that are given must hold. */
export type OrderFilter = {
  /** Come this far. */
  readonly status?: OrderStatus | null | undefined;
  /** Placed at this moment or later. */
  readonly placedFrom?: string | null | undefined;
  /** Placed before this moment. */
  readonly placedBefore?: string | null | undefined;
};

/** One product of an order. */
export type OrderLineInput = {
  /** Which product. */
  readonly productId: string | number;
  /** How many, 1 to 100,000. */
  readonly quantity: number;
};

/** How an order's price is made. */
export type OrderPricing =
  /** Quantity times the product's price. */
  | 'LIST'
  /** That, times a factor that the market draws when the order executes. */
  | 'MARKET';

/** What an order was rejected for. */
export type OrderRejectionCode =
  /** There was less in stock than was ordered. */
  | 'INSUFFICIENT_STOCK'
  /** What was ordered is no longer sold. */
  | 'PRODUCT_NOT_FOUND'
  /** It was called off on its way, or could not be carried out. */
  | 'NOT_FULFILLED';

/** How far an order has come. */
export type OrderStatus =
  /** It waits for stock and price. */
  | 'PENDING'
  /** It is executed. */
  | 'CONFIRMED'
  /** It could not be executed. */
  | 'REJECTED'
  /** It was called off; its stock is back on the shelf. */
  | 'CANCELLED';

/** How a subscription is paid. */
export type PaymentMethod =
  /** A debit card. */
  | 'DEBIT'
  /** A cheque by mail. */
  | 'MAIL_CHEQUE'
  /** A Visa card. */
  | 'VISA'
  /** A Mastercard. */
  | 'MASTERCARD';

/** An order to place. */
export type PlaceOrderInput = {
  /** What is ordered: 1 to 100 products, each once. */
  readonly lines: ReadonlyArray<OrderLineInput>;
  /** How its price is made. */
  readonly pricing?: OrderPricing | null | undefined;
  /** Who orders; without it, the user whose token is sent. */
  readonly userId?: string | number | null | undefined;
  /** Whether to wait until it is settled, 5 s at most for orders that follow each other in a request; a rejection is then in userErrors too. */
  readonly wait?: boolean | null | undefined;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, orders nothing twice. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** Conditions on products; all that are given must hold. */
export type ProductFilter = {
  /** One of these ids, at most 100. */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
  /** Services or goods. */
  readonly kind?: ProductKind | null | undefined;
  /** Names that begin so, in the same case. */
  readonly namePrefix?: string | null | undefined;
  /** True: what can be bought now. False: what is sold out. */
  readonly inStock?: boolean | null | undefined;
  /** At least this price. */
  readonly minPrice?: string | null | undefined;
  /** At most this price. */
  readonly maxPrice?: string | null | undefined;
};

/** Service or goods. */
export type ProductKind =
  /** Can be subscribed to. */
  | 'SERVICE'
  /** Is bought by the piece. */
  | 'GOODS';

/** Orders of products; equal ones follow by id. */
export type ProductOrder =
  /** By name. */
  | 'NAME_ASC'
  /** Newest first. */
  | 'CREATED_AT_DESC'
  /** Cheapest first. */
  | 'PRICE_ASC'
  /** Dearest first. */
  | 'PRICE_DESC'
  /** Most liked first. */
  | 'LIKE_COUNT_DESC';

/** A province or territory of Canada. */
export type Region =
  /** Alberta. */
  | 'AB'
  /** British Columbia. */
  | 'BC'
  /** Manitoba. */
  | 'MB'
  /** New Brunswick. */
  | 'NB'
  /** Newfoundland and Labrador. */
  | 'NL'
  /** Nova Scotia. */
  | 'NS'
  /** Northwest Territories. */
  | 'NT'
  /** Nunavut. */
  | 'NU'
  /** Ontario. */
  | 'ON'
  /** Prince Edward Island. */
  | 'PE'
  /** Quebec. */
  | 'QC'
  /** Saskatchewan. */
  | 'SK'
  /** Yukon. */
  | 'YK';

/** Who registers. */
export type RegisterUserInput = {
  /** The user's id, for who has the scope `admin` to choose; one that anybody has, or ever had, is taken. Without it, a new one is made. */
  readonly id?: string | number | null | undefined;
  /** The name to sign in with, unique: at most 50 of a to z, digits and . _ - between them. Stored in lower case. */
  readonly username: string;
  /** Where mail reaches the user, unique; at most 254 characters. Stored in lower case. */
  readonly email: string;
  /** The password: 8 to 254 characters. */
  readonly password: string;
  /** Given name, at most 100 characters. */
  readonly firstName: string;
  /** Family name, at most 100 characters. */
  readonly lastName: string;
  /** Postal code, as it is written in the user's country; at most 16 characters. */
  readonly postalCode?: string | null | undefined;
  /** Day of birth, as YYYY-MM-DD; not before 1900. */
  readonly birthDate?: string | null | undefined;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, opens no second account. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** Which subscription runs on. */
export type RenewSubscriptionInput = {
  /** The subscription's id. */
  readonly id: string | number;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, adds no second term. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** Dead letters to replay. */
export type ReplayDeadLettersInput = {
  /** Which letters, 1 to 100. */
  readonly ids: ReadonlyArray<string | number>;
};

/**
 * What a thing is counted as. The categories of all kinds are one enum, so that every report has one type and a client
 * one selection for it; a category of another kind is refused as an argument.
 */
export type ReportCategory =
  /** Detections of a vehicle. */
  | 'VEHICLE'
  /** Detections of a person. */
  | 'PERSON'
  /** Detections of an animal. */
  | 'ANIMAL'
  /** Detections of a fire. */
  | 'FIRE'
  /** Events of units that work. */
  | 'UP'
  /** Events of units that do not work. */
  | 'DOWN'
  /** Events of units that are off line. */
  | 'OFF_LINE'
  /** Events of units whose voltage is low. */
  | 'LOW_VOLTAGE'
  /** Orders that were placed: all of them. */
  | 'PLACED'
  /** Orders that were confirmed, whether or not they were cancelled afterwards. */
  | 'CONFIRMED'
  /** Orders that were rejected. */
  | 'REJECTED'
  /** Orders that were cancelled, whether or not they had been confirmed. */
  | 'CANCELLED';

/** What a sensor saw. */
export type ReportDetectionInput = {
  /** Where, 1 to 100. */
  readonly location: number;
  /** What was seen. */
  readonly type: DetectionType;
  /** How bad it is. */
  readonly severity: DetectionSeverity;
  /** When it was seen; without it, now. */
  readonly detectedAt?: string | null | undefined;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, reports nothing twice. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** What is reported on. */
export type ReportKind =
  /** What sensors saw, by the type of what they saw. */
  | 'DETECTIONS'
  /** What units told of themselves, by their state. */
  | 'UNIT_EVENTS'
  /** What became of orders. An order counts once in each category that it came to, and stays there: one that was confirmed and then cancelled counts in both. */
  | 'ORDERS';

/** How a unit is. */
export type ReportUnitEventInput = {
  /** Where the unit stands, 1 to 100. */
  readonly location: number;
  /** Which unit: TDC and six digits. */
  readonly unitId: string;
  /** How it is. */
  readonly state: UnitState;
  /** Its voltage: 24, 12, 6 or 0. */
  readonly volts: number;
  /** When that was so; without it, now. */
  readonly reportedAt?: string | null | undefined;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, reports nothing twice. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** A new stock: `add` or `stock`, one of them. */
export type RestockProductInput = {
  /** Which product. */
  readonly id: string | number;
  /** As in `UpdateProductInput`. */
  readonly version?: number | null | undefined;
  /** How many come on top; negative takes that many off, as far as there are so many. */
  readonly add?: number | null | undefined;
  /** How many there are from now on, 0 to 1,000,000,000; null is without limit, where `add` is left out. */
  readonly stock?: number | null | undefined;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, adds nothing twice. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** A webhook to send again. */
export type RetryWebhookDeliveryInput = {
  /** The delivery's id. */
  readonly id: string | number;
};

/** A run to go on with. */
export type RetryWorkflowRunInput = {
  /** Which run. */
  readonly id: string | number;
};

/** How a user wants a service to be; what is absent stays as it is. */
export type SetPreferenceInput = {
  /** Whose preference. */
  readonly userId: string | number;
  /** For which service. */
  readonly productId: string | number;
  /** The colours of the pages; LIGHT where it was never set. */
  readonly theme?: Theme | null | undefined;
  /** The region whose content comes first; needed where it was never set. */
  readonly region?: Region | null | undefined;
  /** Whether notifications may be shown; false where it was never set. */
  readonly notificationsEnabled?: boolean | null | undefined;
  /** Whether mail may be sent; false where it was never set. */
  readonly emailEnabled?: boolean | null | undefined;
  /** Whether the newsletter is wanted; false where it was never set. */
  readonly newsletterEnabled?: boolean | null | undefined;
};

/** Who signs in. */
export type SignInInput = {
  /** Username or email address, in any case; blanks around it do not count. */
  readonly login: string;
  /** The password. */
  readonly password: string;
};

/** What a simulator reports. */
export type SimulationKind =
  /** What sensors see. */
  | 'DETECTIONS'
  /** How units are. */
  | 'UNIT_EVENTS';

/** A simulator to start. */
export type StartSimulationInput = {
  /** Which one. */
  readonly kind: SimulationKind;
};

/** A simulator to stop. */
export type StopSimulationInput = {
  /** Which one. */
  readonly kind: SimulationKind;
};

/** The colours of the pages. */
export type Theme =
  /** Light text on dark. */
  | 'DARK'
  /** Dark text on light. */
  | 'LIGHT';

/** Conditions on unit events; all that are given must hold. */
export type UnitEventFilter = {
  /** Of this unit: TDC and six digits. */
  readonly unitId?: string | null | undefined;
  /** Of this state. */
  readonly state?: UnitState | null | undefined;
  /** Here, 1 to 100. */
  readonly location?: number | null | undefined;
  /** Reported at this moment or later. */
  readonly from?: string | null | undefined;
  /** Reported before this moment. */
  readonly before?: string | null | undefined;
  /** Whether it is known what they mean. */
  readonly assessed?: boolean | null | undefined;
};

/** Orders of unit events; equal ones follow by id. */
export type UnitEventOrder =
  /** Oldest first. */
  | 'REPORTED_AT_ASC'
  /** Newest first. */
  | 'REPORTED_AT_DESC';

/** How a unit is. */
export type UnitState =
  /** It works. */
  | 'UP'
  /** It does not work. */
  | 'DOWN'
  /** It cannot be reached. */
  | 'OFF_LINE'
  /** It has less power than it needs. */
  | 'LOW_VOLTAGE';

/** A product to like no more. */
export type UnlikeProductInput = {
  /** Which product. */
  readonly productId: string | number;
};

/** A change of a product; what is absent stays. */
export type UpdateProductInput = {
  /** Which product. */
  readonly id: string | number;
  /** The version that was read: when the product has another by now, nothing changes and CONFLICT tells. Without it, the last one wins. */
  readonly version?: number | null | undefined;
  /** As in `CreateProductInput`. */
  readonly symbol?: string | null | undefined;
  /** As in `CreateProductInput`. */
  readonly kind?: ProductKind | null | undefined;
  /** As in `CreateProductInput`. */
  readonly name?: string | null | undefined;
  /** As in `CreateProductInput`. */
  readonly description?: string | null | undefined;
  /** As in `CreateProductInput`; null removes it. */
  readonly imageUrl?: string | null | undefined;
  /** As in `CreateProductInput`. */
  readonly price?: string | null | undefined;
  /** How many there are from now on, 0 to 1,000,000,000; without it, or with null, the stock stays. */
  readonly stock?: number | null | undefined;
};

/** What changes of a user; what is absent stays as it is. */
export type UpdateUserInput = {
  /** Whose data. */
  readonly id: string | number;
  /** The version that was read: when the user has another by now, nothing changes and CONFLICT tells. Without it, the last one wins. */
  readonly version?: number | null | undefined;
  /** As in `RegisterUserInput`. */
  readonly username?: string | null | undefined;
  /** As in `RegisterUserInput`. */
  readonly email?: string | null | undefined;
  /** As in `RegisterUserInput`. */
  readonly firstName?: string | null | undefined;
  /** As in `RegisterUserInput`. */
  readonly lastName?: string | null | undefined;
  /** As in `RegisterUserInput`; null removes it. */
  readonly postalCode?: string | null | undefined;
  /** As in `RegisterUserInput`; null removes it. */
  readonly birthDate?: string | null | undefined;
  /** As in `ChangePasswordInput`, where a new one is given. */
  readonly currentPassword?: string | null | undefined;
  /** As in `ChangePasswordInput`; without it, or with null, the password stays. */
  readonly newPassword?: string | null | undefined;
};

/** How soon somebody should do something. */
export type Urgency =
  /** Nobody needs to. */
  | 'INFO'
  /** In time. */
  | 'WARNING'
  /** At once. */
  | 'URGENT';

/** Kinds of failures that a caller can act on. */
export type UserErrorCode =
  /** There is no user with this id. */
  | 'USER_NOT_FOUND'
  /** There is no such notification. */
  | 'NOTIFICATION_NOT_FOUND'
  /** There is no such webhook delivery. */
  | 'WEBHOOK_DELIVERY_NOT_FOUND'
  /** The webhook was delivered: there is nothing to try again. */
  | 'WEBHOOK_DELIVERED'
  /** Something that is needed is missing or empty. */
  | 'REQUIRED'
  /** A number or a day is too small or too large. */
  | 'OUT_OF_RANGE'
  /** Something stands twice that may stand once. */
  | 'DUPLICATE'
  /** There is no product with this id. */
  | 'PRODUCT_NOT_FOUND'
  /** There is no order with this id. */
  | 'ORDER_NOT_FOUND'
  /** There is less in stock than is asked for. */
  | 'INSUFFICIENT_STOCK'
  /** An order that was rejected, or a run that has come to its end: there is nothing to call off. */
  | 'NOT_CANCELLABLE'
  /** The order was called off on its way, or could not be carried out. */
  | 'NOT_FULFILLED'
  /** The idempotency key was used for another request: take a new one. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The idempotency key is empty or has more than 64 characters. */
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The user has as many preferences as there can be. */
  | 'TOO_MANY_PREFERENCES'
  /** A text is too long. */
  | 'TOO_LONG'
  /** A text does not have the form that is asked for. */
  | 'INVALID_FORMAT'
  /** Another product has this symbol. */
  | 'SYMBOL_TAKEN'
  /** This id is given away, and ids are given once. */
  | 'ID_TAKEN'
  /** The user likes the product already. */
  | 'ALREADY_LIKED'
  /** The user does not like the product. */
  | 'NOT_LIKED'
  /** Somebody else changed it meanwhile: read it again. */
  | 'CONFLICT'
  /** There is no subscription with this id. */
  | 'SUBSCRIPTION_NOT_FOUND'
  /** The subscription has ended. */
  | 'SUBSCRIPTION_INACTIVE'
  /** The user has an active subscription. */
  | 'ALREADY_SUBSCRIBED'
  /** The subscription cannot be renewed; the message says why. */
  | 'NOT_RENEWABLE'
  /** The login or the password is wrong. */
  | 'INVALID_CREDENTIALS'
  /** A text is too short. */
  | 'TOO_SHORT'
  /** Another user has this username. */
  | 'USERNAME_TAKEN'
  /** Another user has this email address. */
  | 'EMAIL_TAKEN'
  /** There is no run with this id. */
  | 'WORKFLOW_RUN_NOT_FOUND'
  /** Only a run that failed can be retried. */
  | 'NOT_RETRYABLE';

/** Conditions on a user's notifications. */
export type UserNotificationFilter = {
  /** True: only those that are unread; false: only those that were read. */
  readonly unread?: boolean | null | undefined;
};

/** Conditions on webhook deliveries. */
export type WebhookDeliveryFilter = {
  /** Only those in this state. */
  readonly state?: WebhookDeliveryState | null | undefined;
};

/** How far a webhook has come. */
export type WebhookDeliveryState =
  /** It is to be tried, or tried again. */
  | 'PENDING'
  /** The receiver took it. */
  | 'DELIVERED'
  /** The receiver refused it, or did not answer for too long. It can be retried. */
  | 'FAILED';

/** Which address a webhook goes to. */
export type WebhookKind =
  /** That of the operator, who is told of every notification. */
  | 'NOTIFICATION'
  /** That of the third party, which workflows call. */
  | 'THIRD_PARTY';

/** Conditions on runs; all that are given must hold. */
export type WorkflowRunFilter = {
  /** Of this workflow. */
  readonly workflow?: string | null | undefined;
  /** That stand like this. */
  readonly state?: WorkflowRunState | null | undefined;
  /** About this: the type and the id, as in `Order:42`. */
  readonly subject?: string | null | undefined;
  /** Started at this moment or later. */
  readonly startedFrom?: string | null | undefined;
  /** Started before this moment. */
  readonly startedBefore?: string | null | undefined;
};

/** How a run stands. */
export type WorkflowRunState =
  /** It waits for replies. */
  | 'RUNNING'
  /** It cannot be completed; what it did is being undone. */
  | 'COMPENSATING'
  /** Every step is done. */
  | 'COMPLETED'
  /** A domain had a reason not to do a step; what was done before is undone. */
  | 'REFUSED'
  /** A step was not answered. It waits for somebody who retries or cancels it. */
  | 'FAILED'
  /** It was called off; what it did is undone. */
  | 'CANCELLED';

/** How a step of a run stands. */
export type WorkflowStepState =
  /** Others must be done before. */
  | 'WAITING'
  /** It is asked for. */
  | 'RUNNING'
  /** It is done. */
  | 'COMPLETED'
  /** There is no need for it. */
  | 'SKIPPED'
  /** Its domain had a reason not to do it. */
  | 'REFUSED'
  /** It was not answered in time, however often it was asked for. */
  | 'FAILED'
  /** The run turned round before it was answered. */
  | 'ABANDONED'
  /** It is being undone. */
  | 'COMPENSATING'
  /** It is undone, or its domain had a reason not to: then there is an error. */
  | 'COMPENSATED';

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { readonly cancelOrder: { readonly order: { readonly id: string, readonly status: OrderStatus, readonly pricing: OrderPricing, readonly executionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly rejection: { readonly code: OrderRejectionCode, readonly message: string } | null, readonly lines: ReadonlyArray<{ readonly productName: string, readonly quantity: number, readonly executionPrice: { readonly amount: string } | null }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CancelSubscriptionMutationVariables = Exact<{
  input: CancelSubscriptionInput;
}>;


export type CancelSubscriptionMutation = { readonly cancelSubscription: { readonly subscription: { readonly id: string, readonly status: CustomerSubscriptionStatus, readonly renewsAt: string | null, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CancelWorkflowRunMutationVariables = Exact<{
  input: CancelWorkflowRunInput;
}>;


export type CancelWorkflowRunMutation = { readonly cancelWorkflowRun: { readonly workflowRun: { readonly id: string, readonly state: WorkflowRunState, readonly round: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly user: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ChangeSubscriptionMutationVariables = Exact<{
  input: ChangeSubscriptionInput;
}>;


export type ChangeSubscriptionMutation = { readonly changeSubscription: { readonly subscription: { readonly id: string, readonly status: CustomerSubscriptionStatus, readonly billing: Billing, readonly paymentMethod: PaymentMethod, readonly renewsAt: string | null, readonly version: number, readonly product: { readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ConsoleProductQueryVariables = Exact<{
  id: string | number;
}>;


export type ConsoleProductQuery = { readonly product: { readonly id: string, readonly symbol: string, readonly kind: ProductKind, readonly name: string, readonly description: string, readonly imageUrl: string | null, readonly stock: number | null, readonly version: number, readonly updatedAt: string, readonly price: { readonly amount: string, readonly currencyCode: string } } | null };

export type ConsoleProductsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: ProductFilter | null | undefined;
  orderBy?: ProductOrder | null | undefined;
}>;


export type ConsoleProductsQuery = { readonly products: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly symbol: string, readonly kind: ProductKind, readonly name: string, readonly stock: number | null, readonly inStock: boolean, readonly likeCount: number, readonly viewerLikes: boolean | null, readonly unitsSold: number | null, readonly version: number, readonly price: { readonly amount: string, readonly currencyCode: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly endCursor: string | null } } | null };

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleViewerQuery = { readonly me: { readonly id: string, readonly username: string, readonly firstName: string, readonly lastName: string } | null };

export type CreateProductMutationVariables = Exact<{
  input: CreateProductInput;
}>;


export type CreateProductMutation = { readonly createProduct: { readonly product: { readonly id: string, readonly symbol: string, readonly name: string, readonly stock: number | null, readonly version: number, readonly price: { readonly amount: string, readonly currencyCode: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CreateSubscriptionMutationVariables = Exact<{
  input: CreateSubscriptionInput;
}>;


export type CreateSubscriptionMutation = { readonly createSubscription: { readonly subscription: { readonly id: string, readonly status: CustomerSubscriptionStatus, readonly billing: Billing, readonly paymentMethod: PaymentMethod, readonly renewsAt: string | null, readonly version: number, readonly product: { readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CustomerQueryVariables = Exact<{
  id?: string | number;
}>;


export type CustomerQuery = { readonly user: { readonly id: string, readonly firstName: string, readonly lastName: string, readonly email: string, readonly subscriptionStatus: CustomerSubscriptionStatus | null, readonly subscription: { readonly billing: Billing, readonly paymentMethod: PaymentMethod, readonly renewsAt: string | null, readonly product: { readonly name: string, readonly price: { readonly amount: string, readonly currencyCode: string } } | null } | null, readonly preferences: ReadonlyArray<{ readonly theme: Theme, readonly region: Region, readonly notificationsEnabled: boolean, readonly emailEnabled: boolean, readonly newsletterEnabled: boolean, readonly product: { readonly name: string } | null }> | null, readonly likedProducts: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly likeCount: number } | null }> } | null, readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: OrderStatus, readonly createdAt: string, readonly executionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly lines: ReadonlyArray<{ readonly quantity: number, readonly product: { readonly name: string, readonly unitsSold: number | null } | null }> } | null }> } | null } | null };

export type CustomersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { readonly users: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly firstName: string, readonly lastName: string, readonly subscriptionStatus: CustomerSubscriptionStatus | null, readonly subscription: { readonly billing: Billing, readonly paymentMethod: PaymentMethod, readonly product: { readonly name: string } | null } | null, readonly preferences: ReadonlyArray<{ readonly theme: Theme, readonly region: Region, readonly product: { readonly name: string } | null }> | null, readonly likedProducts: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null, readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: OrderStatus, readonly executionPrice: { readonly amount: string } | null, readonly lines: ReadonlyArray<{ readonly quantity: number, readonly product: { readonly name: string } | null }> } | null }> } | null, readonly purchases: { readonly edges: ReadonlyArray<{ readonly node: { readonly quantity: number, readonly product: { readonly name: string } | null } }> } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type DeadLettersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: DeadLetterFilter | null | undefined;
}>;


export type DeadLettersQuery = { readonly deadLetters: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly domain: string, readonly consumer: string, readonly name: string | null, readonly subject: string | null, readonly reason: DeadLetterReason, readonly error: string, readonly attempts: number, readonly diedAt: string, readonly message: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type DeleteProductMutationVariables = Exact<{
  input: DeleteProductInput;
}>;


export type DeleteProductMutation = { readonly deleteProduct: { readonly productId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { readonly deleteUser: { readonly userId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type DetectionQueryVariables = Exact<{
  id?: string | number;
}>;


export type DetectionQuery = { readonly detection: { readonly id: string, readonly location: number, readonly type: DetectionType, readonly severity: DetectionSeverity, readonly detectedAt: string, readonly assessment: { readonly text: string, readonly action: string, readonly urgency: Urgency, readonly assessedAt: string } | null } | null };

export type DetectionsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: DetectionFilter | null | undefined;
  orderBy?: DetectionOrder | null | undefined;
}>;


export type DetectionsQuery = { readonly detections: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly location: number, readonly type: DetectionType, readonly severity: DetectionSeverity, readonly detectedAt: string, readonly assessment: { readonly text: string, readonly action: string, readonly urgency: Urgency } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type DiscardDeadLettersMutationVariables = Exact<{
  input: DiscardDeadLettersInput;
}>;


export type DiscardDeadLettersMutation = { readonly discardDeadLetters: { readonly count: number | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type LatestNotificationsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: NotificationFilter | null | undefined;
}>;


export type LatestNotificationsQuery = { readonly notifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly location: number | null, readonly urgency: NotificationUrgency, readonly title: string, readonly text: string, readonly createdAt: string, readonly readAt: string | null, readonly recipient: { readonly id: string, readonly firstName: string, readonly lastName: string, readonly notifications: { readonly unreadCount: number | null } | null } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type LatestOrdersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: OrderFilter | null | undefined;
}>;


export type LatestOrdersQuery = { readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: OrderStatus, readonly pricing: OrderPricing, readonly createdAt: string, readonly executionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly user: { readonly id: string, readonly firstName: string, readonly lastName: string } | null, readonly lines: ReadonlyArray<{ readonly productName: string, readonly quantity: number, readonly unitPrice: { readonly amount: string } | null }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type LikeProductMutationVariables = Exact<{
  input: LikeProductInput;
}>;


export type LikeProductMutation = { readonly likeProduct: { readonly product: { readonly id: string, readonly likeCount: number, readonly viewerLikes: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type MarkAllNotificationsReadMutationVariables = Exact<{
  input: MarkAllNotificationsReadInput;
}>;


export type MarkAllNotificationsReadMutation = { readonly markAllNotificationsRead: { readonly markedCount: number | null, readonly recipient: { readonly id: string, readonly notifications: { readonly unreadCount: number | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type MarkNotificationReadMutationVariables = Exact<{
  input: MarkNotificationReadInput;
}>;


export type MarkNotificationReadMutation = { readonly markNotificationRead: { readonly notification: { readonly id: string, readonly readAt: string | null, readonly recipient: { readonly id: string, readonly notifications: { readonly unreadCount: number | null } | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly id: string, readonly username: string, readonly firstName: string, readonly subscription: { readonly id: string, readonly product: { readonly name: string } | null } | null, readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: OrderStatus } | null }> } | null } | null };

export type NotificationQueryVariables = Exact<{
  id?: string | number;
}>;


export type NotificationQuery = { readonly notification: { readonly id: string, readonly location: number | null, readonly urgency: NotificationUrgency, readonly title: string, readonly text: string, readonly createdAt: string, readonly readAt: string | null, readonly recipient: { readonly id: string, readonly firstName: string } | null } | null };

export type OrderFeedQueryVariables = Exact<{ [key: string]: never; }>;


export type OrderFeedQuery = { readonly orderFeed: { readonly running: boolean, readonly since: string | null, readonly placed: number } | null };

export type OrderFulfilmentQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderFulfilmentQuery = { readonly order: { readonly id: string, readonly status: OrderStatus, readonly workflowRun: { readonly id: string, readonly state: WorkflowRunState, readonly steps: ReadonlyArray<{ readonly name: string, readonly state: WorkflowStepState }> } | null } | null };

export type OrderMetricsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrderMetricsQuery = { readonly orderMetrics: { readonly total: number, readonly executed: number, readonly byStatus: ReadonlyArray<{ readonly status: OrderStatus, readonly count: number }>, readonly averageExecutionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly minimumExecutionPrice: { readonly amount: string } | null, readonly maximumExecutionPrice: { readonly amount: string } | null } | null };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { readonly placeOrder: { readonly order: { readonly id: string, readonly status: OrderStatus, readonly pricing: OrderPricing, readonly executionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly rejection: { readonly code: OrderRejectionCode, readonly message: string } | null, readonly lines: ReadonlyArray<{ readonly productName: string, readonly quantity: number, readonly executionPrice: { readonly amount: string } | null }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ProductCatalogueQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: ProductFilter | null | undefined;
}>;


export type ProductCatalogueQuery = { readonly products: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly symbol: string, readonly kind: ProductKind, readonly name: string, readonly inStock: boolean, readonly likeCount: number, readonly unitsSold: number | null, readonly price: { readonly amount: string, readonly currencyCode: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RegisterUserMutationVariables = Exact<{
  input: RegisterUserInput;
}>;


export type RegisterUserMutation = { readonly registerUser: { readonly user: { readonly id: string, readonly username: string, readonly email: string, readonly firstName: string, readonly lastName: string, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type RenewSubscriptionMutationVariables = Exact<{
  input: RenewSubscriptionInput;
}>;


export type RenewSubscriptionMutation = { readonly renewSubscription: { readonly subscription: { readonly id: string, readonly status: CustomerSubscriptionStatus, readonly renewsAt: string | null, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ReplayDeadLettersMutationVariables = Exact<{
  input: ReplayDeadLettersInput;
}>;


export type ReplayDeadLettersMutation = { readonly replayDeadLetters: { readonly count: number | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ReportDetectionMutationVariables = Exact<{
  input: ReportDetectionInput;
}>;


export type ReportDetectionMutation = { readonly reportDetection: { readonly detection: { readonly id: string, readonly location: number, readonly type: DetectionType, readonly severity: DetectionSeverity, readonly detectedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ReportUnitEventMutationVariables = Exact<{
  input: ReportUnitEventInput;
}>;


export type ReportUnitEventMutation = { readonly reportUnitEvent: { readonly unitEvent: { readonly id: string, readonly location: number, readonly unitId: string, readonly state: UnitState, readonly volts: number, readonly reportedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ReportsQueryVariables = Exact<{
  minutesFrom: string;
  daysFrom: string;
  to: string;
  first?: number;
}>;


export type ReportsQuery = { readonly detections: { readonly kind: ReportKind, readonly total: number, readonly byLocation: ReadonlyArray<{ readonly location: number, readonly count: number }> | null, readonly byCategory: ReadonlyArray<{ readonly category: ReportCategory, readonly count: number }>, readonly perMinute: ReadonlyArray<{ readonly start: string, readonly count: number }> | null, readonly perDay: ReadonlyArray<{ readonly start: string, readonly count: number }> | null } | null, readonly unitEvents: { readonly kind: ReportKind, readonly total: number, readonly byLocation: ReadonlyArray<{ readonly location: number, readonly count: number }> | null, readonly byCategory: ReadonlyArray<{ readonly category: ReportCategory, readonly count: number }>, readonly perMinute: ReadonlyArray<{ readonly start: string, readonly count: number }> | null, readonly perDay: ReadonlyArray<{ readonly start: string, readonly count: number }> | null } | null, readonly orders: { readonly kind: ReportKind, readonly total: number, readonly cancelledPerDay: ReadonlyArray<{ readonly start: string, readonly count: number }> | null, readonly byCategory: ReadonlyArray<{ readonly category: ReportCategory, readonly count: number }>, readonly perMinute: ReadonlyArray<{ readonly start: string, readonly count: number }> | null, readonly perDay: ReadonlyArray<{ readonly start: string, readonly count: number }> | null } | null };

export type ReportFiguresFragment = { readonly kind: ReportKind, readonly total: number, readonly byCategory: ReadonlyArray<{ readonly category: ReportCategory, readonly count: number }>, readonly perMinute: ReadonlyArray<{ readonly start: string, readonly count: number }> | null, readonly perDay: ReadonlyArray<{ readonly start: string, readonly count: number }> | null };

export type RestockProductMutationVariables = Exact<{
  input: RestockProductInput;
}>;


export type RestockProductMutation = { readonly restockProduct: { readonly product: { readonly id: string, readonly symbol: string, readonly name: string, readonly stock: number | null, readonly version: number, readonly price: { readonly amount: string, readonly currencyCode: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type RetryWebhookDeliveryMutationVariables = Exact<{
  input: RetryWebhookDeliveryInput;
}>;


export type RetryWebhookDeliveryMutation = { readonly retryWebhookDelivery: { readonly webhookDelivery: { readonly id: string, readonly state: WebhookDeliveryState, readonly attempts: number, readonly lastError: string | null, readonly nextAttemptAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type RetryWorkflowRunMutationVariables = Exact<{
  input: RetryWorkflowRunInput;
}>;


export type RetryWorkflowRunMutation = { readonly retryWorkflowRun: { readonly workflowRun: { readonly id: string, readonly state: WorkflowRunState, readonly round: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SetPreferenceMutationVariables = Exact<{
  input: SetPreferenceInput;
}>;


export type SetPreferenceMutation = { readonly setPreference: { readonly preference: { readonly id: string, readonly theme: Theme, readonly region: Region, readonly notificationsEnabled: boolean, readonly emailEnabled: boolean, readonly newsletterEnabled: boolean, readonly product: { readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SignInMutationVariables = Exact<{
  input?: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly token: string | null, readonly expiresAt: string | null, readonly user: { readonly id: string, readonly firstName: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SimulationsQueryVariables = Exact<{ [key: string]: never; }>;


export type SimulationsQuery = { readonly simulations: ReadonlyArray<{ readonly kind: SimulationKind, readonly running: boolean, readonly since: string | null, readonly produced: number }> | null };

export type StartOrderFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type StartOrderFeedMutation = { readonly startOrderFeed: { readonly orderFeed: { readonly running: boolean, readonly since: string | null, readonly placed: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type StartSimulationMutationVariables = Exact<{
  input: StartSimulationInput;
}>;


export type StartSimulationMutation = { readonly startSimulation: { readonly simulation: { readonly kind: SimulationKind, readonly running: boolean, readonly since: string | null, readonly produced: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type StopOrderFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type StopOrderFeedMutation = { readonly stopOrderFeed: { readonly orderFeed: { readonly running: boolean, readonly since: string | null, readonly placed: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type StopSimulationMutationVariables = Exact<{
  input: StopSimulationInput;
}>;


export type StopSimulationMutation = { readonly stopSimulation: { readonly simulation: { readonly kind: SimulationKind, readonly running: boolean, readonly since: string | null, readonly produced: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type UnitEventQueryVariables = Exact<{
  id?: string | number;
}>;


export type UnitEventQuery = { readonly unitEvent: { readonly id: string, readonly location: number, readonly unitId: string, readonly state: UnitState, readonly volts: number, readonly reportedAt: string, readonly assessment: { readonly text: string, readonly action: string, readonly urgency: Urgency, readonly assessedAt: string } | null } | null };

export type UnitEventsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: UnitEventFilter | null | undefined;
  orderBy?: UnitEventOrder | null | undefined;
}>;


export type UnitEventsQuery = { readonly unitEvents: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly location: number, readonly unitId: string, readonly state: UnitState, readonly volts: number, readonly reportedAt: string, readonly assessment: { readonly text: string, readonly action: string, readonly urgency: Urgency } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type UnlikeProductMutationVariables = Exact<{
  input: UnlikeProductInput;
}>;


export type UnlikeProductMutation = { readonly unlikeProduct: { readonly product: { readonly id: string, readonly likeCount: number, readonly viewerLikes: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type UpdateProductMutationVariables = Exact<{
  input: UpdateProductInput;
}>;


export type UpdateProductMutation = { readonly updateProduct: { readonly product: { readonly id: string, readonly symbol: string, readonly name: string, readonly stock: number | null, readonly version: number, readonly price: { readonly amount: string, readonly currencyCode: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { readonly updateUser: { readonly user: { readonly id: string, readonly username: string, readonly email: string, readonly firstName: string, readonly lastName: string, readonly postalCode: string | null, readonly birthDate: string | null, readonly version: number, readonly updatedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type UserNotificationsQueryVariables = Exact<{
  id?: string | number;
  first?: number;
  after?: string | null | undefined;
  filter?: UserNotificationFilter | null | undefined;
}>;


export type UserNotificationsQuery = { readonly user: { readonly id: string, readonly firstName: string, readonly notifications: { readonly unreadCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly urgency: NotificationUrgency, readonly title: string, readonly text: string, readonly createdAt: string, readonly readAt: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: WebhookDeliveryFilter | null | undefined;
}>;


export type WebhookDeliveriesQuery = { readonly webhookDeliveries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: WebhookKind, readonly webhookId: string, readonly eventType: string, readonly state: WebhookDeliveryState, readonly attempts: number, readonly lastStatus: number | null, readonly lastError: string | null, readonly nextAttemptAt: string | null, readonly createdAt: string, readonly settledAt: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WorkflowRunQueryVariables = Exact<{
  id: string | number;
}>;


export type WorkflowRunQuery = { readonly workflowRun: { readonly id: string, readonly workflow: string, readonly version: string, readonly subject: string, readonly state: WorkflowRunState, readonly round: number, readonly startedAt: string, readonly endedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null, readonly steps: ReadonlyArray<{ readonly name: string, readonly command: string, readonly state: WorkflowStepState, readonly attempts: number, readonly startedAt: string | null, readonly endedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null }> } | null };

export type WorkflowRunsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: WorkflowRunFilter | null | undefined;
}>;


export type WorkflowRunsQuery = { readonly workflowRuns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly workflow: string, readonly subject: string, readonly state: WorkflowRunState, readonly round: number, readonly startedAt: string, readonly updatedAt: string, readonly endedAt: string | null, readonly error: { readonly code: string, readonly message: string } | null, readonly steps: ReadonlyArray<{ readonly name: string, readonly state: WorkflowStepState, readonly attempts: number, readonly durationMs: number | null }>, readonly order: { readonly id: string, readonly status: OrderStatus } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WorkflowsQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkflowsQuery = { readonly workflows: ReadonlyArray<{ readonly name: string, readonly version: string, readonly trigger: string, readonly cancelOn: string | null, readonly mermaid: string, readonly steps: ReadonlyArray<{ readonly name: string, readonly command: string, readonly after: ReadonlyArray<string>, readonly timeoutMs: number, readonly attempts: number, readonly compensation: string | null, readonly isPivot: boolean }> }> | null };

export const ReportFiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Report"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"byCategory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"perMinute"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minutesFrom"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"perDay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"daysFrom"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<ReportFiguresFragment, unknown>;
export const CancelOrderDocument = {"__meta__":{"hash":"e45c8dac3cdb3b477eadfc938641c12f853ae396154c12ccdc47a0d21faa379c","text":"mutation CancelOrder($input: CancelOrderInput!) {\n  cancelOrder(input: $input) {\n    order {\n      id\n      status\n      pricing\n      executionPrice {\n        amount\n        currencyCode\n      }\n      rejection {\n        code\n        message\n      }\n      lines {\n        productName\n        quantity\n        executionPrice {\n          amount\n        }\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rejection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productName"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelOrderMutation, CancelOrderMutationVariables>;
export const CancelSubscriptionDocument = {"__meta__":{"hash":"b83612824d874be564aca40583c80eb829f12e36a4200dcfca27fca2336252fc","text":"mutation CancelSubscription($input: CancelSubscriptionInput!) {\n  cancelSubscription(input: $input) {\n    subscription {\n      id\n      status\n      renewsAt\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelSubscriptionMutation, CancelSubscriptionMutationVariables>;
export const CancelWorkflowRunDocument = {"__meta__":{"hash":"129936e4659ef938b2ec322dc741f00b3223864fece776948259004006480d14","text":"mutation CancelWorkflowRun($input: CancelWorkflowRunInput!) {\n  cancelWorkflowRun(input: $input) {\n    workflowRun {\n      id\n      state\n      round\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelWorkflowRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelWorkflowRunInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelWorkflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"round"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelWorkflowRunMutation, CancelWorkflowRunMutationVariables>;
export const ChangePasswordDocument = {"__meta__":{"hash":"7682cd1ce3bf9ce06be5294c3b09db7893f208caff1d6847a1aadd79bdbe89b2","text":"mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    user {\n      id\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ChangeSubscriptionDocument = {"__meta__":{"hash":"d2a7057edf11e3950a562aa3591dd6d95353c5a0fe291370b3dac7f76ceadda5","text":"mutation ChangeSubscription($input: ChangeSubscriptionInput!) {\n  changeSubscription(input: $input) {\n    subscription {\n      id\n      status\n      billing\n      paymentMethod\n      renewsAt\n      version\n      product {\n        name\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeSubscriptionMutation, ChangeSubscriptionMutationVariables>;
export const ConsoleProductDocument = {"__meta__":{"hash":"428249ba998b0a28960b8bd81ddf0eb4b892d9a22e22f18ef751b144a126e91b","text":"query ConsoleProduct($id: ID!) {\n  product(id: $id) {\n    id\n    symbol\n    kind\n    name\n    description\n    imageUrl\n    price {\n      amount\n      currencyCode\n    }\n    stock\n    version\n    updatedAt\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsoleProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]} as unknown as DocumentNode<ConsoleProductQuery, ConsoleProductQueryVariables>;
export const ConsoleProductsDocument = {"__meta__":{"hash":"29d43f533e7193639e36fb91d8615fe4c15a8321345058f406d224c2aa762ae3","text":"query ConsoleProducts($first: Int! = 20, $after: String, $filter: ProductFilter, $orderBy: ProductOrder) {\n  products(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n    edges {\n      node {\n        id\n        symbol\n        kind\n        name\n        price {\n          amount\n          currencyCode\n        }\n        stock\n        inStock\n        likeCount\n        viewerLikes\n        unitsSold\n        version\n      }\n    }\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsoleProducts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProductFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProductOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"products"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"inStock"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}},{"kind":"Field","name":{"kind":"Name","value":"viewerLikes"}},{"kind":"Field","name":{"kind":"Name","value":"unitsSold"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ConsoleProductsQuery, ConsoleProductsQueryVariables>;
export const ConsoleViewerDocument = {"__meta__":{"hash":"486ae8d9fa153153085f426f0cd0913a0d7da791d877c34814ec651563b9b2df","text":"query ConsoleViewer {\n  me {\n    id\n    username\n    firstName\n    lastName\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsoleViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]} as unknown as DocumentNode<ConsoleViewerQuery, ConsoleViewerQueryVariables>;
export const CreateProductDocument = {"__meta__":{"hash":"dcd80ba6f7ba6c545f72794fcbd064c6b7aaa0f6eb03390de25b79ff2c6ba5ed","text":"mutation CreateProduct($input: CreateProductInput!) {\n  createProduct(input: $input) {\n    product {\n      id\n      symbol\n      name\n      price {\n        amount\n        currencyCode\n      }\n      stock\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateProductMutation, CreateProductMutationVariables>;
export const CreateSubscriptionDocument = {"__meta__":{"hash":"8baa2e206c82323058e1e224465049499eb32c362c6da96d2b348ae0f7413d53","text":"mutation CreateSubscription($input: CreateSubscriptionInput!) {\n  createSubscription(input: $input) {\n    subscription {\n      id\n      status\n      billing\n      paymentMethod\n      renewsAt\n      version\n      product {\n        name\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateSubscriptionMutation, CreateSubscriptionMutationVariables>;
export const CustomerDocument = {"__meta__":{"hash":"16894cbdcfeaed03a737be74c78a954bc4570cadd888509904d813d6d625883a","text":"query Customer($id: ID! = \"123\") {\n  user(id: $id) {\n    id\n    firstName\n    lastName\n    email\n    subscriptionStatus\n    subscription {\n      product {\n        name\n        price {\n          amount\n          currencyCode\n        }\n      }\n      billing\n      paymentMethod\n      renewsAt\n    }\n    preferences {\n      product {\n        name\n      }\n      theme\n      region\n      notificationsEnabled\n      emailEnabled\n      newsletterEnabled\n    }\n    likedProducts(first: 5) {\n      edges {\n        node {\n          name\n          likeCount\n        }\n      }\n    }\n    orders(first: 3) {\n      edges {\n        node {\n          id\n          status\n          createdAt\n          executionPrice {\n            amount\n            currencyCode\n          }\n          lines {\n            quantity\n            product {\n              name\n              unitsSold\n            }\n          }\n        }\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"123","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionStatus"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"notificationsEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"emailEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"newsletterEnabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"likedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unitsSold"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CustomerQuery, CustomerQueryVariables>;
export const CustomersDocument = {"__meta__":{"hash":"532fe247cd07f0993e3ede26cfcb955da56ea783cef93f71cce5b6104648e685","text":"query Customers($first: Int! = 20, $after: String) {\n  users(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        firstName\n        lastName\n        subscriptionStatus\n        subscription {\n          product {\n            name\n          }\n          billing\n          paymentMethod\n        }\n        preferences {\n          product {\n            name\n          }\n          theme\n          region\n        }\n        likedProducts(first: 3) {\n          edges {\n            node {\n              name\n            }\n          }\n        }\n        orders(first: 3) {\n          edges {\n            node {\n              id\n              status\n              executionPrice {\n                amount\n              }\n              lines {\n                quantity\n                product {\n                  name\n                }\n              }\n            }\n          }\n        }\n        purchases(first: 3) {\n          edges {\n            node {\n              quantity\n              product {\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionStatus"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}}]}},{"kind":"Field","name":{"kind":"Name","value":"likedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const DeadLettersDocument = {"__meta__":{"hash":"95023062f3f6c73b336a04fa263466fb5c69be1c2f622d5580a78d42336fa683","text":"query DeadLetters($first: Int! = 20, $after: String, $filter: DeadLetterFilter) {\n  deadLetters(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        id\n        domain\n        consumer\n        name\n        subject\n        reason\n        error\n        attempts\n        diedAt\n        message\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeadLetters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetterFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deadLetters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"consumer"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"diedAt"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<DeadLettersQuery, DeadLettersQueryVariables>;
export const DeleteProductDocument = {"__meta__":{"hash":"b1b42aa9dc5cfc4a765979206c912cd1c3b0e1ebb45614c63b1272b80612b607","text":"mutation DeleteProduct($input: DeleteProductInput!) {\n  deleteProduct(input: $input) {\n    productId\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteProductMutation, DeleteProductMutationVariables>;
export const DeleteUserDocument = {"__meta__":{"hash":"714175e6a5e6e18d68043dfaa14084ceb9e3401331c7cf57df27bcdcad23876f","text":"mutation DeleteUser($input: DeleteUserInput!) {\n  deleteUser(input: $input) {\n    userId\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteUserMutation, DeleteUserMutationVariables>;
export const DetectionDocument = {"__meta__":{"hash":"986bbaadd8cd8dfa0a89967d333193265bf5be3fe73aeb4b71b8d8f2eaa11469","text":"query Detection($id: ID! = \"1\") {\n  detection(id: $id) {\n    id\n    location\n    type\n    severity\n    detectedAt\n    assessment {\n      text\n      action\n      urgency\n      assessedAt\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Detection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"1","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"detection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"detectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}}]}}]}}]}}]} as unknown as DocumentNode<DetectionQuery, DetectionQueryVariables>;
export const DetectionsDocument = {"__meta__":{"hash":"f3aaa57d88ea7329eb321c9c8a022838cd4cad7bfcd9f33a2b1fe6af863a6a57","text":"query Detections($first: Int! = 20, $after: String, $filter: DetectionFilter, $orderBy: DetectionOrder = DETECTED_AT_DESC) {\n  detections(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n    edges {\n      node {\n        id\n        location\n        type\n        severity\n        detectedAt\n        assessment {\n          text\n          action\n          urgency\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Detections"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DetectionFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DetectionOrder"}},"defaultValue":{"kind":"EnumValue","value":"DETECTED_AT_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"detections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"detectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<DetectionsQuery, DetectionsQueryVariables>;
export const DiscardDeadLettersDocument = {"__meta__":{"hash":"72196c58a9b9574343e4b8c771a5b48ae461b407dba44eda28f34fcec1b68183","text":"mutation DiscardDeadLetters($input: DiscardDeadLettersInput!) {\n  discardDeadLetters(input: $input) {\n    count\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardDeadLetters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DiscardDeadLettersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardDeadLetters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DiscardDeadLettersMutation, DiscardDeadLettersMutationVariables>;
export const LatestNotificationsDocument = {"__meta__":{"hash":"897a01cce31606a050e38e6fb79cedd47e221266a3c8d266ad6cf62b2df57294","text":"query LatestNotifications($first: Int! = 20, $after: String, $filter: NotificationFilter) {\n  notifications(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        id\n        location\n        urgency\n        title\n        text\n        createdAt\n        readAt\n        recipient {\n          id\n          firstName\n          lastName\n          notifications(first: 1, filter: {unread: true}) {\n            unreadCount\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LatestNotifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"unread"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LatestNotificationsQuery, LatestNotificationsQueryVariables>;
export const LatestOrdersDocument = {"__meta__":{"hash":"f79215713f60cab433312cb3a2c42912295cc7f9239eaaab97919a5484d4d174","text":"query LatestOrders($first: Int! = 20, $after: String, $filter: OrderFilter) {\n  orders(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        id\n        status\n        pricing\n        createdAt\n        executionPrice {\n          amount\n          currencyCode\n        }\n        user {\n          id\n          firstName\n          lastName\n        }\n        lines {\n          productName\n          quantity\n          unitPrice {\n            amount\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LatestOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productName"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LatestOrdersQuery, LatestOrdersQueryVariables>;
export const LikeProductDocument = {"__meta__":{"hash":"038d7a7d834823bd2b3076ed9b925c3d096eede7fe4df9dded0285767197404b","text":"mutation LikeProduct($input: LikeProductInput!) {\n  likeProduct(input: $input) {\n    product {\n      id\n      likeCount\n      viewerLikes\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LikeProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LikeProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"likeProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}},{"kind":"Field","name":{"kind":"Name","value":"viewerLikes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<LikeProductMutation, LikeProductMutationVariables>;
export const MarkAllNotificationsReadDocument = {"__meta__":{"hash":"e3fd3d1a6ab28636b5e9ce3c9428408777c249234954ee5a1ba86f5e824f180c","text":"mutation MarkAllNotificationsRead($input: MarkAllNotificationsReadInput!) {\n  markAllNotificationsRead(input: $input) {\n    markedCount\n    recipient {\n      id\n      notifications(first: 1) {\n        unreadCount\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkAllNotificationsRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkAllNotificationsReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markAllNotificationsRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markedCount"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkAllNotificationsReadMutation, MarkAllNotificationsReadMutationVariables>;
export const MarkNotificationReadDocument = {"__meta__":{"hash":"2503d3378c18eafccef56c8af73713a317dcf4e06a37bdd920972beca81e6af5","text":"mutation MarkNotificationRead($input: MarkNotificationReadInput!) {\n  markNotificationRead(input: $input) {\n    notification {\n      id\n      readAt\n      recipient {\n        id\n        notifications(first: 1, filter: {unread: true}) {\n          unreadCount\n        }\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkNotificationRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkNotificationReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markNotificationRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"unread"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkNotificationReadMutation, MarkNotificationReadMutationVariables>;
export const MeDocument = {"__meta__":{"hash":"8eefbacfcc60e4a8991b439d544836efb42cef97c84db5b6d60ed7b8b3c093b8","text":"query Me {\n  me {\n    id\n    username\n    firstName\n    subscription {\n      id\n      product {\n        name\n      }\n    }\n    orders(first: 5) {\n      edges {\n        node {\n          id\n          status\n        }\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const NotificationDocument = {"__meta__":{"hash":"35f56dae8425e5f993938a0d6a634397dd0e6c439758b0ec7249e8e0e794e553","text":"query Notification($id: ID! = \"8\") {\n  notification(id: $id) {\n    id\n    location\n    urgency\n    title\n    text\n    createdAt\n    readAt\n    recipient {\n      id\n      firstName\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Notification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"8","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationQuery, NotificationQueryVariables>;
export const OrderFeedDocument = {"__meta__":{"hash":"0ffe3569e092c994c931e81c206e52bfc2565c7774c6f46b68ba68eab09b2220","text":"query OrderFeed {\n  orderFeed {\n    running\n    since\n    placed\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"placed"}}]}}]}}]} as unknown as DocumentNode<OrderFeedQuery, OrderFeedQueryVariables>;
export const OrderFulfilmentDocument = {"__meta__":{"hash":"059e995fce6c9a7091323f4784c693039119d9f56543ffd5f4fee1d8ccfb68b1","text":"query OrderFulfilment($id: ID!) {\n  order(id: $id) {\n    id\n    status\n    workflowRun {\n      id\n      state\n      steps {\n        name\n        state\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderFulfilment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderFulfilmentQuery, OrderFulfilmentQueryVariables>;
export const OrderMetricsDocument = {"__meta__":{"hash":"2894a543e703f582fc803483dcdfbf592f2104ed9518dccfa9ca17e6bb3e19df","text":"query OrderMetrics {\n  orderMetrics {\n    total\n    executed\n    byStatus {\n      status\n      count\n    }\n    averageExecutionPrice {\n      amount\n      currencyCode\n    }\n    minimumExecutionPrice {\n      amount\n    }\n    maximumExecutionPrice {\n      amount\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderMetrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderMetrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"executed"}},{"kind":"Field","name":{"kind":"Name","value":"byStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageExecutionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minimumExecutionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maximumExecutionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]} as unknown as DocumentNode<OrderMetricsQuery, OrderMetricsQueryVariables>;
export const PlaceOrderDocument = {"__meta__":{"hash":"c9c21f86a881581f0f3a50fe7340c03bf9cff7cdf7d84b4e6ed1a5d7db244660","text":"mutation PlaceOrder($input: PlaceOrderInput!) {\n  placeOrder(input: $input) {\n    order {\n      id\n      status\n      pricing\n      executionPrice {\n        amount\n        currencyCode\n      }\n      rejection {\n        code\n        message\n      }\n      lines {\n        productName\n        quantity\n        executionPrice {\n          amount\n        }\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlaceOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rejection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productName"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const ProductCatalogueDocument = {"__meta__":{"hash":"c89257910f0b2c28af215e14bd5103ed2aa84cb2fce61efa8c18ea0b260bbca2","text":"query ProductCatalogue($first: Int! = 20, $after: String, $filter: ProductFilter) {\n  products(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: LIKE_COUNT_DESC\n  ) {\n    edges {\n      node {\n        id\n        symbol\n        kind\n        name\n        price {\n          amount\n          currencyCode\n        }\n        inStock\n        likeCount\n        unitsSold\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProductCatalogue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProductFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"products"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"LIKE_COUNT_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inStock"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}},{"kind":"Field","name":{"kind":"Name","value":"unitsSold"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ProductCatalogueQuery, ProductCatalogueQueryVariables>;
export const RegisterUserDocument = {"__meta__":{"hash":"aadb6d92317bce9a3745284ca3c5bcb510530425a13a17d2f4481fa3f2c4b7af","text":"mutation RegisterUser($input: RegisterUserInput!) {\n  registerUser(input: $input) {\n    user {\n      id\n      username\n      email\n      firstName\n      lastName\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterUserMutation, RegisterUserMutationVariables>;
export const RenewSubscriptionDocument = {"__meta__":{"hash":"b6087f874ec2fd389e3e4a973055b7225922bdf427942b3bad17b58fc0e5897d","text":"mutation RenewSubscription($input: RenewSubscriptionInput!) {\n  renewSubscription(input: $input) {\n    subscription {\n      id\n      status\n      renewsAt\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenewSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RenewSubscriptionMutation, RenewSubscriptionMutationVariables>;
export const ReplayDeadLettersDocument = {"__meta__":{"hash":"a4f3d93364c232cb246d5cd23698ad9446ab06280f4546b34c982db57c94b8a6","text":"mutation ReplayDeadLetters($input: ReplayDeadLettersInput!) {\n  replayDeadLetters(input: $input) {\n    count\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayDeadLetters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayDeadLettersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayDeadLetters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ReplayDeadLettersMutation, ReplayDeadLettersMutationVariables>;
export const ReportDetectionDocument = {"__meta__":{"hash":"18ab918a5f498e72044f5e0fe8933e854475eaa406666314fdfd6e2b34c1dcd0","text":"mutation ReportDetection($input: ReportDetectionInput!) {\n  reportDetection(input: $input) {\n    detection {\n      id\n      location\n      type\n      severity\n      detectedAt\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportDetection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportDetectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportDetection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"detection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"detectedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ReportDetectionMutation, ReportDetectionMutationVariables>;
export const ReportUnitEventDocument = {"__meta__":{"hash":"5daa4595ebbf3bc2a227a7177be4e3a9330d4078035e967bbad8ed0fe5a72d03","text":"mutation ReportUnitEvent($input: ReportUnitEventInput!) {\n  reportUnitEvent(input: $input) {\n    unitEvent {\n      id\n      location\n      unitId\n      state\n      volts\n      reportedAt\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportUnitEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportUnitEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportUnitEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unitEvent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"unitId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"volts"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ReportUnitEventMutation, ReportUnitEventMutationVariables>;
export const ReportsDocument = {"__meta__":{"hash":"fb737427daedfc8ab2087fbf74429612879b1f17c3c8bd15f64d26068822547c","text":"query Reports($minutesFrom: DateTime!, $daysFrom: DateTime!, $to: DateTime!, $first: Int! = 10) {\n  detections: report(kind: DETECTIONS) {\n    ...ReportFigures\n    byLocation(first: $first) {\n      location\n      count\n    }\n  }\n  unitEvents: report(kind: UNIT_EVENTS) {\n    ...ReportFigures\n    byLocation(first: $first) {\n      location\n      count\n    }\n  }\n  orders: report(kind: ORDERS) {\n    ...ReportFigures\n    cancelledPerDay: perDay(from: $daysFrom, to: $to, category: CANCELLED) {\n      start\n      count\n    }\n  }\n}\n\nfragment ReportFigures on Report {\n  kind\n  total\n  byCategory {\n    category\n    count\n  }\n  perMinute(from: $minutesFrom, to: $to) {\n    start\n    count\n  }\n  perDay(from: $daysFrom, to: $to) {\n    start\n    count\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minutesFrom"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"daysFrom"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"detections"},"name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"DETECTIONS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportFigures"}},{"kind":"Field","name":{"kind":"Name","value":"byLocation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unitEvents"},"name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"UNIT_EVENTS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportFigures"}},{"kind":"Field","name":{"kind":"Name","value":"byLocation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"orders"},"name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"ORDERS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportFigures"}},{"kind":"Field","alias":{"kind":"Name","value":"cancelledPerDay"},"name":{"kind":"Name","value":"perDay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"daysFrom"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"category"},"value":{"kind":"EnumValue","value":"CANCELLED"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Report"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"byCategory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"perMinute"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minutesFrom"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"perDay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"daysFrom"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<ReportsQuery, ReportsQueryVariables>;
export const RestockProductDocument = {"__meta__":{"hash":"e1d1b6d6ce2f07aa40a231cbea69d0e58044c04a0a6284b54c84410bf30f2749","text":"mutation RestockProduct($input: RestockProductInput!) {\n  restockProduct(input: $input) {\n    product {\n      id\n      symbol\n      name\n      price {\n        amount\n        currencyCode\n      }\n      stock\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestockProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestockProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restockProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RestockProductMutation, RestockProductMutationVariables>;
export const RetryWebhookDeliveryDocument = {"__meta__":{"hash":"dd7c2c80726768ce494285a2fe2c7c60b5d818a72b25f7dc8e28b372181641a8","text":"mutation RetryWebhookDelivery($input: RetryWebhookDeliveryInput!) {\n  retryWebhookDelivery(input: $input) {\n    webhookDelivery {\n      id\n      state\n      attempts\n      lastError\n      nextAttemptAt\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryWebhookDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryWebhookDeliveryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryWebhookDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDelivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RetryWebhookDeliveryMutation, RetryWebhookDeliveryMutationVariables>;
export const RetryWorkflowRunDocument = {"__meta__":{"hash":"8eab493fbc4a63a60ed69b0ddfbabe162ce068e6e43cb11219e8297df508d21f","text":"mutation RetryWorkflowRun($input: RetryWorkflowRunInput!) {\n  retryWorkflowRun(input: $input) {\n    workflowRun {\n      id\n      state\n      round\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryWorkflowRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryWorkflowRunInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryWorkflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"round"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RetryWorkflowRunMutation, RetryWorkflowRunMutationVariables>;
export const SetPreferenceDocument = {"__meta__":{"hash":"e94b6742ca1b4cbffc8c86a5ad6aa26483a987bb5efb378e38b1a53f27fd2ca8","text":"mutation SetPreference($input: SetPreferenceInput!) {\n  setPreference(input: $input) {\n    preference {\n      id\n      product {\n        name\n      }\n      theme\n      region\n      notificationsEnabled\n      emailEnabled\n      newsletterEnabled\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"notificationsEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"emailEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"newsletterEnabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SetPreferenceMutation, SetPreferenceMutationVariables>;
export const SignInDocument = {"__meta__":{"hash":"0ce3f304ed0d6f50e12f8a4c77e13ab0cd457e5df0322e626cb92f848fde1323","text":"mutation SignIn($input: SignInInput! = {login: \"billye.topes\", password: \"tessera-demo\"}) {\n  signIn(input: $input) {\n    token\n    expiresAt\n    user {\n      id\n      firstName\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"login"},"value":{"kind":"StringValue","value":"billye.topes","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"StringValue","value":"tessera-demo","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SimulationsDocument = {"__meta__":{"hash":"53eaf2d90331a2ff2e61e6f6b9f9b2621f3672d2be828a300455a2e96845f808","text":"query Simulations {\n  simulations {\n    kind\n    running\n    since\n    produced\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Simulations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"simulations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"produced"}}]}}]}}]} as unknown as DocumentNode<SimulationsQuery, SimulationsQueryVariables>;
export const StartOrderFeedDocument = {"__meta__":{"hash":"c669d61eb72729a82f1302fc315d23b836de710c9426457ac4200b8bfac281da","text":"mutation StartOrderFeed {\n  startOrderFeed {\n    orderFeed {\n      running\n      since\n      placed\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartOrderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startOrderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"placed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<StartOrderFeedMutation, StartOrderFeedMutationVariables>;
export const StartSimulationDocument = {"__meta__":{"hash":"3ecce48107bbde61b339db5887b8a2743adde498ebc26a13ced0fe5f9f7436ec","text":"mutation StartSimulation($input: StartSimulationInput!) {\n  startSimulation(input: $input) {\n    simulation {\n      kind\n      running\n      since\n      produced\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartSimulation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartSimulationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startSimulation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"simulation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"produced"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<StartSimulationMutation, StartSimulationMutationVariables>;
export const StopOrderFeedDocument = {"__meta__":{"hash":"d0ade580f7c12e147db9f9e70ea4a76702316026db9e8e7448581d2770fd4f33","text":"mutation StopOrderFeed {\n  stopOrderFeed {\n    orderFeed {\n      running\n      since\n      placed\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopOrderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopOrderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"placed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<StopOrderFeedMutation, StopOrderFeedMutationVariables>;
export const StopSimulationDocument = {"__meta__":{"hash":"09b40b6a4312eee23fb5b30e3d858395770576cde42d9b13008bcb7e61cfd4e6","text":"mutation StopSimulation($input: StopSimulationInput!) {\n  stopSimulation(input: $input) {\n    simulation {\n      kind\n      running\n      since\n      produced\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopSimulation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StopSimulationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopSimulation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"simulation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"produced"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<StopSimulationMutation, StopSimulationMutationVariables>;
export const UnitEventDocument = {"__meta__":{"hash":"7e52a3f8e92235029b33e391045469a2c641853b3ead42ca91ff2cab81d537c9","text":"query UnitEvent($id: ID! = \"1\") {\n  unitEvent(id: $id) {\n    id\n    location\n    unitId\n    state\n    volts\n    reportedAt\n    assessment {\n      text\n      action\n      urgency\n      assessedAt\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"1","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unitEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"unitId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"volts"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}}]}}]}}]}}]} as unknown as DocumentNode<UnitEventQuery, UnitEventQueryVariables>;
export const UnitEventsDocument = {"__meta__":{"hash":"23e527d08a9338efabd07e0dd4ba87628c231130b020a182dcf80030631fa625","text":"query UnitEvents($first: Int! = 20, $after: String, $filter: UnitEventFilter, $orderBy: UnitEventOrder = REPORTED_AT_DESC) {\n  unitEvents(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n    edges {\n      node {\n        id\n        location\n        unitId\n        state\n        volts\n        reportedAt\n        assessment {\n          text\n          action\n          urgency\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UnitEventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UnitEventOrder"}},"defaultValue":{"kind":"EnumValue","value":"REPORTED_AT_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unitEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"unitId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"volts"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<UnitEventsQuery, UnitEventsQueryVariables>;
export const UnlikeProductDocument = {"__meta__":{"hash":"8f4e21b4d2e3d9028d40ca3d60bd5e4ad116890bdfbec09f913445e793e6b7bd","text":"mutation UnlikeProduct($input: UnlikeProductInput!) {\n  unlikeProduct(input: $input) {\n    product {\n      id\n      likeCount\n      viewerLikes\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlikeProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlikeProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlikeProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}},{"kind":"Field","name":{"kind":"Name","value":"viewerLikes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UnlikeProductMutation, UnlikeProductMutationVariables>;
export const UpdateProductDocument = {"__meta__":{"hash":"a89eb9a3b89fa71cb6eb7988785e77c95c30801ba6659adedc6369edd631e83b","text":"mutation UpdateProduct($input: UpdateProductInput!) {\n  updateProduct(input: $input) {\n    product {\n      id\n      symbol\n      name\n      price {\n        amount\n        currencyCode\n      }\n      stock\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateProductMutation, UpdateProductMutationVariables>;
export const UpdateUserDocument = {"__meta__":{"hash":"4c9b55045dc57b1ed824b61073e6d37dadc32ddd180b354fe7dcfdd57b7b35b4","text":"mutation UpdateUser($input: UpdateUserInput!) {\n  updateUser(input: $input) {\n    user {\n      id\n      username\n      email\n      firstName\n      lastName\n      postalCode\n      birthDate\n      version\n      updatedAt\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateUserMutation, UpdateUserMutationVariables>;
export const UserNotificationsDocument = {"__meta__":{"hash":"a4e5c2e415c4ad8763e7429c0569f178277cf6580e00e567350fddea2bddac54","text":"query UserNotifications($id: ID! = \"123\", $first: Int! = 20, $after: String, $filter: UserNotificationFilter) {\n  user(id: $id) {\n    id\n    firstName\n    notifications(first: $first, after: $after, filter: $filter) {\n      unreadCount\n      edges {\n        node {\n          id\n          urgency\n          title\n          text\n          createdAt\n          readAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UserNotifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"123","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UserNotificationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UserNotificationsQuery, UserNotificationsQueryVariables>;
export const WebhookDeliveriesDocument = {"__meta__":{"hash":"043edb993a4ce0e85283dc0b1f24adba92ad68399dc1bb8713c460f366c3ec1b","text":"query WebhookDeliveries($first: Int! = 20, $after: String, $filter: WebhookDeliveryFilter) {\n  webhookDeliveries(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        id\n        kind\n        webhookId\n        eventType\n        state\n        attempts\n        lastStatus\n        lastError\n        nextAttemptAt\n        createdAt\n        settledAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"webhookId"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const WorkflowRunDocument = {"__meta__":{"hash":"56f64a2386ea85fe2fcc7cf74a44311216026cc32d98b200b0758b4bc378b17a","text":"query WorkflowRun($id: ID!) {\n  workflowRun(id: $id) {\n    id\n    workflow\n    version\n    subject\n    state\n    round\n    startedAt\n    endedAt\n    error {\n      code\n      message\n    }\n    steps {\n      name\n      command\n      state\n      attempts\n      startedAt\n      endedAt\n      error {\n        code\n        message\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"workflow"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"command"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WorkflowRunQuery, WorkflowRunQueryVariables>;
export const WorkflowRunsDocument = {"__meta__":{"hash":"525231937f1c34a5fbc3f1970919223fbef5e1c0df7b3e15931a875ef3c4e463","text":"query WorkflowRuns($first: Int! = 20, $after: String, $filter: WorkflowRunFilter) {\n  workflowRuns(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        id\n        workflow\n        subject\n        state\n        round\n        startedAt\n        updatedAt\n        endedAt\n        error {\n          code\n          message\n        }\n        steps {\n          name\n          state\n          attempts\n          durationMs\n        }\n        order {\n          id\n          status\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRunFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"workflow"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WorkflowRunsQuery, WorkflowRunsQueryVariables>;
export const WorkflowsDocument = {"__meta__":{"hash":"8bf2b511c362944ee58d6ba0b9580e7550faa9ea1837c0f204b3930800130fff","text":"query Workflows {\n  workflows {\n    name\n    version\n    trigger\n    cancelOn\n    mermaid\n    steps {\n      name\n      command\n      after\n      timeoutMs\n      attempts\n      compensation\n      isPivot\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Workflows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"cancelOn"}},{"kind":"Field","name":{"kind":"Name","value":"mermaid"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"command"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"timeoutMs"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"compensation"}},{"kind":"Field","name":{"kind":"Name","value":"isPivot"}}]}}]}}]}}]} as unknown as DocumentNode<WorkflowsQuery, WorkflowsQueryVariables>;