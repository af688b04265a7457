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

/** Which subscription ends. */
export type CancelSubscriptionInput = {
  /** The subscription's id. */
  readonly id: string | number;
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
  /** It is in force. */
  | 'ACTIVE'
  /** It has lapsed or was cancelled. */
  | 'INACTIVE';

/** Whose account is closed. */
export type DeleteUserInput = {
  /** The user's id. */
  readonly id: string | number;
  /** The version that was read: when the user has another by now, nothing changes and CONFLICT tells. */
  readonly version?: number | null | undefined;
};

/** Conditions on orders; all that are given must hold. */
export type OrderFilter = {
  /** Come this far. */
  readonly status?: OrderStatus | null | undefined;
  /** Placed at this moment or later. */
  readonly placedFrom?: string | null | undefined;
  /** Placed before this moment. */
  readonly placedBefore?: string | null | undefined;
};

/** How an order's price is made. */
export type OrderPricing =
  /** Quantity times the product's price. */
  | 'LIST'
  /** That, times a factor that the market draws when the order executes. */
  | 'MARKET';

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
  /** Username or email address. */
  readonly login: string;
  /** The password. */
  readonly password: string;
};

/** The colours of the pages. */
export type Theme =
  /** Light text on dark. */
  | 'DARK'
  /** Dark text on light. */
  | 'LIGHT';

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
};

/** Kinds of failures that a caller can act on. */
export type UserErrorCode =
  /** Something that is needed is missing or empty. */
  | 'REQUIRED'
  /** There is no user with this id. */
  | 'USER_NOT_FOUND'
  /** There is no product with this id. */
  | 'PRODUCT_NOT_FOUND'
  /** The user has as many preferences as there can be. */
  | 'TOO_MANY_PREFERENCES'
  /** A text is too long. */
  | 'TOO_LONG'
  /** A text does not have the form that is asked for. */
  | 'INVALID_FORMAT'
  /** A number or a day is too small or too large. */
  | 'OUT_OF_RANGE'
  /** Another product has this symbol. */
  | 'SYMBOL_TAKEN'
  /** There is less in stock than is asked for. */
  | 'INSUFFICIENT_STOCK'
  /** The user likes the product already. */
  | 'ALREADY_LIKED'
  /** The user does not like the product. */
  | 'NOT_LIKED'
  /** Somebody else changed it meanwhile: read it again. */
  | 'CONFLICT'
  /** The idempotency key was used for another request: take a new one. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The idempotency key is empty or has more than 64 characters. */
  | 'IDEMPOTENCY_KEY_INVALID'
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
  | 'EMAIL_TAKEN';

export type CancelSubscriptionMutationVariables = Exact<{
  input: CancelSubscriptionInput;
}>;


export type CancelSubscriptionMutation = { readonly cancelSubscription: { readonly subscription: { readonly id: string, readonly status: CustomerSubscriptionStatus, readonly renewsAt: string | null, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly user: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ChangeSubscriptionMutationVariables = Exact<{
  input: ChangeSubscriptionInput;
}>;


export type ChangeSubscriptionMutation = { readonly changeSubscription: { readonly subscription: { readonly id: string, readonly status: CustomerSubscriptionStatus, readonly billing: Billing, readonly paymentMethod: PaymentMethod, readonly renewsAt: string | null, readonly version: number, readonly product: { readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

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

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { readonly deleteUser: { readonly userId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type LatestOrdersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: OrderFilter | null | undefined;
}>;


export type LatestOrdersQuery = { readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: OrderStatus, readonly pricing: OrderPricing, readonly createdAt: string, readonly executionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly user: { readonly id: string, readonly firstName: string, readonly lastName: string } | null, readonly lines: ReadonlyArray<{ readonly productName: string, readonly quantity: number, readonly unitPrice: { readonly amount: string } | null }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly id: string, readonly username: string, readonly firstName: string, readonly subscription: { readonly id: string, readonly product: { readonly name: string } | null } | null, readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: OrderStatus } | null }> } | null } | null };

export type OrderMetricsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrderMetricsQuery = { readonly orderMetrics: { readonly total: number, readonly executed: number, readonly byStatus: ReadonlyArray<{ readonly status: OrderStatus, readonly count: number }>, readonly averageExecutionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly minimumExecutionPrice: { readonly amount: string } | null, readonly maximumExecutionPrice: { readonly amount: string } | null } | null };

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

export type SetPreferenceMutationVariables = Exact<{
  input: SetPreferenceInput;
}>;


export type SetPreferenceMutation = { readonly setPreference: { readonly preference: { readonly id: string, readonly theme: Theme, readonly region: Region, readonly notificationsEnabled: boolean, readonly emailEnabled: boolean, readonly newsletterEnabled: boolean, readonly product: { readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SignInMutationVariables = Exact<{
  input?: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly token: string | null, readonly expiresAt: string | null, readonly user: { readonly id: string, readonly firstName: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { readonly updateUser: { readonly user: { readonly id: string, readonly username: string, readonly email: string, readonly firstName: string, readonly lastName: string, readonly postalCode: string | null, readonly birthDate: string | null, readonly version: number, readonly updatedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };


export const CancelSubscriptionDocument = {"__meta__":{"hash":"b83612824d874be564aca40583c80eb829f12e36a4200dcfca27fca2336252fc","text":"mutation CancelSubscription($input: CancelSubscriptionInput!) {\n  cancelSubscription(input: $input) {\n    subscription {\n      id\n      status\n      renewsAt\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelSubscriptionMutation, CancelSubscriptionMutationVariables>;
export const ChangePasswordDocument = {"__meta__":{"hash":"7682cd1ce3bf9ce06be5294c3b09db7893f208caff1d6847a1aadd79bdbe89b2","text":"mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    user {\n      id\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ChangeSubscriptionDocument = {"__meta__":{"hash":"d2a7057edf11e3950a562aa3591dd6d95353c5a0fe291370b3dac7f76ceadda5","text":"mutation ChangeSubscription($input: ChangeSubscriptionInput!) {\n  changeSubscription(input: $input) {\n    subscription {\n      id\n      status\n      billing\n      paymentMethod\n      renewsAt\n      version\n      product {\n        name\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeSubscriptionMutation, ChangeSubscriptionMutationVariables>;
export const CreateSubscriptionDocument = {"__meta__":{"hash":"8baa2e206c82323058e1e224465049499eb32c362c6da96d2b348ae0f7413d53","text":"mutation CreateSubscription($input: CreateSubscriptionInput!) {\n  createSubscription(input: $input) {\n    subscription {\n      id\n      status\n      billing\n      paymentMethod\n      renewsAt\n      version\n      product {\n        name\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateSubscriptionMutation, CreateSubscriptionMutationVariables>;
export const CustomerDocument = {"__meta__":{"hash":"16894cbdcfeaed03a737be74c78a954bc4570cadd888509904d813d6d625883a","text":"query Customer($id: ID! = \"123\") {\n  user(id: $id) {\n    id\n    firstName\n    lastName\n    email\n    subscriptionStatus\n    subscription {\n      product {\n        name\n        price {\n          amount\n          currencyCode\n        }\n      }\n      billing\n      paymentMethod\n      renewsAt\n    }\n    preferences {\n      product {\n        name\n      }\n      theme\n      region\n      notificationsEnabled\n      emailEnabled\n      newsletterEnabled\n    }\n    likedProducts(first: 5) {\n      edges {\n        node {\n          name\n          likeCount\n        }\n      }\n    }\n    orders(first: 3) {\n      edges {\n        node {\n          id\n          status\n          createdAt\n          executionPrice {\n            amount\n            currencyCode\n          }\n          lines {\n            quantity\n            product {\n              name\n              unitsSold\n            }\n          }\n        }\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"123","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionStatus"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"notificationsEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"emailEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"newsletterEnabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"likedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unitsSold"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CustomerQuery, CustomerQueryVariables>;
export const CustomersDocument = {"__meta__":{"hash":"532fe247cd07f0993e3ede26cfcb955da56ea783cef93f71cce5b6104648e685","text":"query Customers($first: Int! = 20, $after: String) {\n  users(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        firstName\n        lastName\n        subscriptionStatus\n        subscription {\n          product {\n            name\n          }\n          billing\n          paymentMethod\n        }\n        preferences {\n          product {\n            name\n          }\n          theme\n          region\n        }\n        likedProducts(first: 3) {\n          edges {\n            node {\n              name\n            }\n          }\n        }\n        orders(first: 3) {\n          edges {\n            node {\n              id\n              status\n              executionPrice {\n                amount\n              }\n              lines {\n                quantity\n                product {\n                  name\n                }\n              }\n            }\n          }\n        }\n        purchases(first: 3) {\n          edges {\n            node {\n              quantity\n              product {\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionStatus"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}}]}},{"kind":"Field","name":{"kind":"Name","value":"likedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const DeleteUserDocument = {"__meta__":{"hash":"714175e6a5e6e18d68043dfaa14084ceb9e3401331c7cf57df27bcdcad23876f","text":"mutation DeleteUser($input: DeleteUserInput!) {\n  deleteUser(input: $input) {\n    userId\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteUserMutation, DeleteUserMutationVariables>;
export const LatestOrdersDocument = {"__meta__":{"hash":"f79215713f60cab433312cb3a2c42912295cc7f9239eaaab97919a5484d4d174","text":"query LatestOrders($first: Int! = 20, $after: String, $filter: OrderFilter) {\n  orders(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        id\n        status\n        pricing\n        createdAt\n        executionPrice {\n          amount\n          currencyCode\n        }\n        user {\n          id\n          firstName\n          lastName\n        }\n        lines {\n          productName\n          quantity\n          unitPrice {\n            amount\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LatestOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productName"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LatestOrdersQuery, LatestOrdersQueryVariables>;
export const MeDocument = {"__meta__":{"hash":"8eefbacfcc60e4a8991b439d544836efb42cef97c84db5b6d60ed7b8b3c093b8","text":"query Me {\n  me {\n    id\n    username\n    firstName\n    subscription {\n      id\n      product {\n        name\n      }\n    }\n    orders(first: 5) {\n      edges {\n        node {\n          id\n          status\n        }\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const OrderMetricsDocument = {"__meta__":{"hash":"2894a543e703f582fc803483dcdfbf592f2104ed9518dccfa9ca17e6bb3e19df","text":"query OrderMetrics {\n  orderMetrics {\n    total\n    executed\n    byStatus {\n      status\n      count\n    }\n    averageExecutionPrice {\n      amount\n      currencyCode\n    }\n    minimumExecutionPrice {\n      amount\n    }\n    maximumExecutionPrice {\n      amount\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderMetrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderMetrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"executed"}},{"kind":"Field","name":{"kind":"Name","value":"byStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageExecutionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minimumExecutionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maximumExecutionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]} as unknown as DocumentNode<OrderMetricsQuery, OrderMetricsQueryVariables>;
export const ProductCatalogueDocument = {"__meta__":{"hash":"c89257910f0b2c28af215e14bd5103ed2aa84cb2fce61efa8c18ea0b260bbca2","text":"query ProductCatalogue($first: Int! = 20, $after: String, $filter: ProductFilter) {\n  products(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: LIKE_COUNT_DESC\n  ) {\n    edges {\n      node {\n        id\n        symbol\n        kind\n        name\n        price {\n          amount\n          currencyCode\n        }\n        inStock\n        likeCount\n        unitsSold\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProductCatalogue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProductFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"products"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"LIKE_COUNT_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inStock"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}},{"kind":"Field","name":{"kind":"Name","value":"unitsSold"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ProductCatalogueQuery, ProductCatalogueQueryVariables>;
export const RegisterUserDocument = {"__meta__":{"hash":"aadb6d92317bce9a3745284ca3c5bcb510530425a13a17d2f4481fa3f2c4b7af","text":"mutation RegisterUser($input: RegisterUserInput!) {\n  registerUser(input: $input) {\n    user {\n      id\n      username\n      email\n      firstName\n      lastName\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterUserMutation, RegisterUserMutationVariables>;
export const RenewSubscriptionDocument = {"__meta__":{"hash":"b6087f874ec2fd389e3e4a973055b7225922bdf427942b3bad17b58fc0e5897d","text":"mutation RenewSubscription($input: RenewSubscriptionInput!) {\n  renewSubscription(input: $input) {\n    subscription {\n      id\n      status\n      renewsAt\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenewSubscriptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RenewSubscriptionMutation, RenewSubscriptionMutationVariables>;
export const SetPreferenceDocument = {"__meta__":{"hash":"e94b6742ca1b4cbffc8c86a5ad6aa26483a987bb5efb378e38b1a53f27fd2ca8","text":"mutation SetPreference($input: SetPreferenceInput!) {\n  setPreference(input: $input) {\n    preference {\n      id\n      product {\n        name\n      }\n      theme\n      region\n      notificationsEnabled\n      emailEnabled\n      newsletterEnabled\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"notificationsEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"emailEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"newsletterEnabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SetPreferenceMutation, SetPreferenceMutationVariables>;
export const SignInDocument = {"__meta__":{"hash":"0ce3f304ed0d6f50e12f8a4c77e13ab0cd457e5df0322e626cb92f848fde1323","text":"mutation SignIn($input: SignInInput! = {login: \"billye.topes\", password: \"tessera-demo\"}) {\n  signIn(input: $input) {\n    token\n    expiresAt\n    user {\n      id\n      firstName\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"login"},"value":{"kind":"StringValue","value":"billye.topes","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"StringValue","value":"tessera-demo","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const UpdateUserDocument = {"__meta__":{"hash":"4c9b55045dc57b1ed824b61073e6d37dadc32ddd180b354fe7dcfdd57b7b35b4","text":"mutation UpdateUser($input: UpdateUserInput!) {\n  updateUser(input: $input) {\n    user {\n      id\n      username\n      email\n      firstName\n      lastName\n      postalCode\n      birthDate\n      version\n      updatedAt\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateUserMutation, UpdateUserMutationVariables>;