// Generated from operations/rest/ by `npm run codegen`: do not edit.
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

/** Whether a subscription is active. */
export type CustomerSubscriptionStatus =
  /** It is in force until it is cancelled, also where its term ran out without a renewal. */
  | 'ACTIVE'
  /** It was cancelled. */
  | 'INACTIVE';

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

/** A product to like. */
export type LikeProductInput = {
  /** Which product. */
  readonly productId: string | number;
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

/** Who signs in. */
export type SignInInput = {
  /** Username or email address, in any case; blanks around it do not count. */
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

export type RestOrchestratePreferencesQueryVariables = Exact<{
  id: string | number;
}>;


export type RestOrchestratePreferencesQuery = { readonly user: { readonly id: string, readonly preferences: ReadonlyArray<{ readonly theme: Theme, readonly region: Region, readonly notificationsEnabled: boolean, readonly emailEnabled: boolean, readonly newsletterEnabled: boolean, readonly key: { readonly id: string } | null, readonly product: { readonly name: string } | null }> | null } | null };

export type RestOrchestrateSubscriptionQueryVariables = Exact<{
  id: string | number;
}>;


export type RestOrchestrateSubscriptionQuery = { readonly user: { readonly id: string, readonly active: { readonly id: string, readonly billing: Billing, readonly status: CustomerSubscriptionStatus, readonly paymentMethod: PaymentMethod, readonly transactionId: string, readonly registeredAt: string, readonly renewsAt: string | null, readonly product: { readonly name: string } | null } | null, readonly latest: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly billing: Billing, readonly status: CustomerSubscriptionStatus, readonly paymentMethod: PaymentMethod, readonly transactionId: string, readonly registeredAt: string, readonly renewsAt: string | null, readonly product: { readonly name: string } | null } | null }> } | null } | null };

export type RestOrchestrateTestQueryVariables = Exact<{ [key: string]: never; }>;


export type RestOrchestrateTestQuery = { readonly __typename: 'Query' };

export type RestOrchestrateUserDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type RestOrchestrateUserDetailsQuery = { readonly user: { readonly id: string, readonly firstName: string, readonly lastName: string, readonly postalCode: string | null, readonly birthDate: string | null, readonly email: string, readonly subscriptionStatus: CustomerSubscriptionStatus | null, readonly preferences: ReadonlyArray<{ readonly theme: Theme, readonly region: Region, readonly notificationsEnabled: boolean, readonly emailEnabled: boolean, readonly newsletterEnabled: boolean, readonly key: { readonly id: string } | null, readonly product: { readonly name: string } | null }> | null } | null };

export type RestOrchestrateUserSubscriptionQueryVariables = Exact<{
  id: string | number;
}>;


export type RestOrchestrateUserSubscriptionQuery = { readonly user: { readonly id: string, readonly firstName: string, readonly lastName: string, readonly postalCode: string | null, readonly birthDate: string | null, readonly email: string, readonly subscription: { readonly id: string, readonly billing: Billing, readonly status: CustomerSubscriptionStatus, readonly paymentMethod: PaymentMethod, readonly transactionId: string, readonly registeredAt: string, readonly renewsAt: string | null, readonly product: { readonly name: string } | null } | null } | null };

export type RestOrchestrateUserQueryVariables = Exact<{
  id: string | number;
}>;


export type RestOrchestrateUserQuery = { readonly user: { readonly id: string, readonly firstName: string, readonly lastName: string, readonly postalCode: string | null, readonly birthDate: string | null, readonly email: string } | null };

export type RestOrderProcessorMetricsQueryVariables = Exact<{ [key: string]: never; }>;


export type RestOrderProcessorMetricsQuery = { readonly orderMetrics: { readonly total: number, readonly executed: number, readonly averageExecutionPrice: { readonly amount: string, readonly currencyCode: string } | null } | null };

export type RestOrderProcessorOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type RestOrderProcessorOrderQuery = { readonly order: { readonly id: string, readonly status: OrderStatus, readonly createdAt: string, readonly user: { readonly id: string } | null, readonly executionPrice: { readonly amount: string, readonly currencyCode: string } | null, readonly lines: ReadonlyArray<{ readonly productName: string, readonly quantity: number, readonly product: { readonly id: string, readonly symbol: string } | null }> } | null };

export type RestOrderProcessorPriceQueryVariables = Exact<{
  id: string | number;
}>;


export type RestOrderProcessorPriceQuery = { readonly order: { readonly id: string, readonly status: OrderStatus, readonly executionPrice: { readonly amount: string, readonly currencyCode: string } | null } | null };

export type RestOrderProcessorStartMutationVariables = Exact<{ [key: string]: never; }>;


export type RestOrderProcessorStartMutation = { readonly startOrderFeed: { readonly orderFeed: { readonly running: boolean, readonly since: string | null, readonly placed: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestOrderProcessorStopMutationVariables = Exact<{ [key: string]: never; }>;


export type RestOrderProcessorStopMutation = { readonly stopOrderFeed: { readonly orderFeed: { readonly running: boolean, readonly since: string | null, readonly placed: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestProductsCreateMutationVariables = Exact<{
  input: CreateProductInput;
}>;


export type RestProductsCreateMutation = { readonly createProduct: { readonly product: { readonly id: string, readonly name: string, readonly imageUrl: string | null, readonly likeCount: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestProductsDeleteMutationVariables = Exact<{
  input: DeleteProductInput;
}>;


export type RestProductsDeleteMutation = { readonly deleteProduct: { readonly productId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestProductsHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type RestProductsHealthQuery = { readonly products: { readonly edges: ReadonlyArray<{ readonly cursor: string }> } | null };

export type RestProductsLikeMutationVariables = Exact<{
  input: LikeProductInput;
}>;


export type RestProductsLikeMutation = { readonly likeProduct: { readonly product: { readonly id: string, readonly likeCount: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestProductsListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RestProductsListQuery = { readonly products: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly imageUrl: string | null, readonly likeCount: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RestProductsProductQueryVariables = Exact<{
  id: string | number;
}>;


export type RestProductsProductQuery = { readonly product: { readonly id: string, readonly name: string, readonly imageUrl: string | null, readonly likeCount: number } | null };

export type RestProductsUpdateMutationVariables = Exact<{
  input: UpdateProductInput;
}>;


export type RestProductsUpdateMutation = { readonly updateProduct: { readonly product: { readonly id: string, readonly name: string, readonly imageUrl: string | null, readonly likeCount: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestProductsUserQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RestProductsUserQuery = { readonly users: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RestShopOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type RestShopOrderMutation = { readonly placeOrder: { readonly order: { readonly id: string, readonly status: OrderStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestShopProductCreateMutationVariables = Exact<{
  input: CreateProductInput;
}>;


export type RestShopProductCreateMutation = { readonly createProduct: { readonly product: { readonly id: string, readonly name: string, readonly description: string, readonly stock: number | null, readonly price: { readonly amount: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestShopProductDeleteMutationVariables = Exact<{
  input: DeleteProductInput;
}>;


export type RestShopProductDeleteMutation = { readonly deleteProduct: { readonly productId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestShopProductUpdateMutationVariables = Exact<{
  input: UpdateProductInput;
}>;


export type RestShopProductUpdateMutation = { readonly updateProduct: { readonly product: { readonly id: string, readonly name: string, readonly description: string, readonly stock: number | null, readonly price: { readonly amount: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestShopProductQueryVariables = Exact<{
  id: string | number;
}>;


export type RestShopProductQuery = { readonly product: { readonly id: string, readonly name: string, readonly description: string, readonly stock: number | null, readonly version: number, readonly price: { readonly amount: string } } | null };

export type RestShopPurchasedQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type RestShopPurchasedQuery = { readonly user: { readonly purchases: { readonly edges: ReadonlyArray<{ readonly node: { readonly quantity: number, readonly product: { readonly id: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type RestShopUserCreateMutationVariables = Exact<{
  input: RegisterUserInput;
}>;


export type RestShopUserCreateMutation = { readonly registerUser: { readonly user: { readonly id: string, readonly username: string, readonly email: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestShopUserDeleteMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type RestShopUserDeleteMutation = { readonly deleteUser: { readonly userId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestShopUserMatchMutationVariables = Exact<{
  input: SignInInput;
}>;


export type RestShopUserMatchMutation = { readonly signIn: { readonly user: { readonly id: string, readonly username: string, readonly email: string, readonly version: number } | null } | null };

export type RestShopUserUpdateMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type RestShopUserUpdateMutation = { readonly updateUser: { readonly user: { readonly id: string, readonly username: string, readonly email: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string }> } | null };

export type RestShopUserQueryVariables = Exact<{
  id: string | number;
}>;


export type RestShopUserQuery = { readonly user: { readonly id: string, readonly username: string, readonly email: string } | null };


export const RestOrchestratePreferencesDocument = {"__meta__":{"hash":"9f021d28d2d07f7323c8a3e70c5058cc3d4277ce65d377a9b6469b62582bb7a9","text":"query RestOrchestratePreferences($id: ID!) {\n  user(id: $id) {\n    id\n    preferences {\n      key: product {\n        id\n      }\n      product {\n        name\n      }\n      theme\n      region\n      notificationsEnabled\n      emailEnabled\n      newsletterEnabled\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrchestratePreferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"key"},"name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"notificationsEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"emailEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"newsletterEnabled"}}]}}]}}]}}]} as unknown as DocumentNode<RestOrchestratePreferencesQuery, RestOrchestratePreferencesQueryVariables>;
export const RestOrchestrateSubscriptionDocument = {"__meta__":{"hash":"8e3255d650ecd85b20956cccfd8b2c4a3322778d0a9148d3dcfe43d7b5204829","text":"query RestOrchestrateSubscription($id: ID!) {\n  user(id: $id) {\n    id\n    active: subscription {\n      id\n      billing\n      status\n      paymentMethod\n      transactionId\n      registeredAt\n      renewsAt\n      product {\n        name\n      }\n    }\n    latest: subscriptions(first: 1) {\n      edges {\n        node {\n          id\n          billing\n          status\n          paymentMethod\n          transactionId\n          registeredAt\n          renewsAt\n          product {\n            name\n          }\n        }\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrchestrateSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"active"},"name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"transactionId"}},{"kind":"Field","name":{"kind":"Name","value":"registeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"latest"},"name":{"kind":"Name","value":"subscriptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"transactionId"}},{"kind":"Field","name":{"kind":"Name","value":"registeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RestOrchestrateSubscriptionQuery, RestOrchestrateSubscriptionQueryVariables>;
export const RestOrchestrateTestDocument = {"__meta__":{"hash":"c7c11490c42ceefe4cf713d50e2a2df6ae2a11229a56a9efcb715894dce275cf","text":"query RestOrchestrateTest {\n  __typename\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrchestrateTest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<RestOrchestrateTestQuery, RestOrchestrateTestQueryVariables>;
export const RestOrchestrateUserDetailsDocument = {"__meta__":{"hash":"9560edc83982a441158a4bf28eb084c8602e82a00a30810fd7ac27dc7b41295f","text":"query RestOrchestrateUserDetails($id: ID!) {\n  user(id: $id) {\n    id\n    firstName\n    lastName\n    postalCode\n    birthDate\n    email\n    subscriptionStatus\n    preferences {\n      key: product {\n        id\n      }\n      product {\n        name\n      }\n      theme\n      region\n      notificationsEnabled\n      emailEnabled\n      newsletterEnabled\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrchestrateUserDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionStatus"}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"key"},"name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"notificationsEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"emailEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"newsletterEnabled"}}]}}]}}]}}]} as unknown as DocumentNode<RestOrchestrateUserDetailsQuery, RestOrchestrateUserDetailsQueryVariables>;
export const RestOrchestrateUserSubscriptionDocument = {"__meta__":{"hash":"385dcd4846e45462d0e0fba1343fae55a0fb1dde5ff7cc98f4794f17127f82c7","text":"query RestOrchestrateUserSubscription($id: ID!) {\n  user(id: $id) {\n    id\n    firstName\n    lastName\n    postalCode\n    birthDate\n    email\n    subscription {\n      id\n      billing\n      status\n      paymentMethod\n      transactionId\n      registeredAt\n      renewsAt\n      product {\n        name\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrchestrateUserSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"}},{"kind":"Field","name":{"kind":"Name","value":"transactionId"}},{"kind":"Field","name":{"kind":"Name","value":"registeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"renewsAt"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RestOrchestrateUserSubscriptionQuery, RestOrchestrateUserSubscriptionQueryVariables>;
export const RestOrchestrateUserDocument = {"__meta__":{"hash":"c0356b1a94cc11315de295faf32c5fbc972fa093422f54af7dc1540f8d8e0546","text":"query RestOrchestrateUser($id: ID!) {\n  user(id: $id) {\n    id\n    firstName\n    lastName\n    postalCode\n    birthDate\n    email\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrchestrateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<RestOrchestrateUserQuery, RestOrchestrateUserQueryVariables>;
export const RestOrderProcessorMetricsDocument = {"__meta__":{"hash":"17f0712b40416f546fc0ad84b1f3bcf19c66273061c6faefaf7e8ec1a2028fee","text":"query RestOrderProcessorMetrics {\n  orderMetrics {\n    total\n    executed\n    averageExecutionPrice {\n      amount\n      currencyCode\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrderProcessorMetrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderMetrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"executed"}},{"kind":"Field","name":{"kind":"Name","value":"averageExecutionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]} as unknown as DocumentNode<RestOrderProcessorMetricsQuery, RestOrderProcessorMetricsQueryVariables>;
export const RestOrderProcessorOrderDocument = {"__meta__":{"hash":"e153f28b3586624427f0679192cd5b4806aabf8e0c44c79bf673429effce629b","text":"query RestOrderProcessorOrder($id: ID!) {\n  order(id: $id) {\n    id\n    status\n    createdAt\n    user {\n      id\n    }\n    executionPrice {\n      amount\n      currencyCode\n    }\n    lines {\n      productName\n      quantity\n      product {\n        id\n        symbol\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrderProcessorOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productName"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RestOrderProcessorOrderQuery, RestOrderProcessorOrderQueryVariables>;
export const RestOrderProcessorPriceDocument = {"__meta__":{"hash":"440e7c8d75dfac30596c8211dd8ae50b288d7f4c57ee32df756e5273db2d474f","text":"query RestOrderProcessorPrice($id: ID!) {\n  order(id: $id) {\n    id\n    status\n    executionPrice {\n      amount\n      currencyCode\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestOrderProcessorPrice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"executionPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}}]}}]}}]} as unknown as DocumentNode<RestOrderProcessorPriceQuery, RestOrderProcessorPriceQueryVariables>;
export const RestOrderProcessorStartDocument = {"__meta__":{"hash":"3541182bd52238e7f77e13dfc4185cebb03c7cb5b94ca3ff3e3ec770586c2618","text":"mutation RestOrderProcessorStart {\n  startOrderFeed {\n    orderFeed {\n      running\n      since\n      placed\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestOrderProcessorStart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startOrderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"placed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestOrderProcessorStartMutation, RestOrderProcessorStartMutationVariables>;
export const RestOrderProcessorStopDocument = {"__meta__":{"hash":"fc93b69fd0eafe168b4fb1a8776ba78ef32b05400f9bb64e6668fad2c81715fe","text":"mutation RestOrderProcessorStop {\n  stopOrderFeed {\n    orderFeed {\n      running\n      since\n      placed\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestOrderProcessorStop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopOrderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"placed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestOrderProcessorStopMutation, RestOrderProcessorStopMutationVariables>;
export const RestProductsCreateDocument = {"__meta__":{"hash":"39b8b287b9210f9b839a827d75f0df191ae0a0ebf715cae2162f151bebd8f691","text":"mutation RestProductsCreate($input: CreateProductInput!) {\n  createProduct(input: $input) {\n    product {\n      id\n      name\n      imageUrl\n      likeCount\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestProductsCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestProductsCreateMutation, RestProductsCreateMutationVariables>;
export const RestProductsDeleteDocument = {"__meta__":{"hash":"c5d566210cb098fc4814e019ddad3a192c2d4591a6af67a2271358fce6ebae30","text":"mutation RestProductsDelete($input: DeleteProductInput!) {\n  deleteProduct(input: $input) {\n    productId\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestProductsDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestProductsDeleteMutation, RestProductsDeleteMutationVariables>;
export const RestProductsHealthDocument = {"__meta__":{"hash":"9cb18d99c114f532d824246282024d60150918b8280e503818730d1b71231d91","text":"query RestProductsHealth {\n  products(first: 1) {\n    edges {\n      cursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestProductsHealth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"products"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]}}]} as unknown as DocumentNode<RestProductsHealthQuery, RestProductsHealthQueryVariables>;
export const RestProductsLikeDocument = {"__meta__":{"hash":"2615c53c7bda5189ed35e2d1f399a379d5fb841da076d78018c6d3553395ce46","text":"mutation RestProductsLike($input: LikeProductInput!) {\n  likeProduct(input: $input) {\n    product {\n      id\n      likeCount\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestProductsLike"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LikeProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"likeProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestProductsLikeMutation, RestProductsLikeMutationVariables>;
export const RestProductsListDocument = {"__meta__":{"hash":"598dbe228873748d9cdf20d6a6ac77097fb88fc656e3106e799942073c17fc02","text":"query RestProductsList($first: Int!, $after: String) {\n  products(first: $first, after: $after, orderBy: CREATED_AT_DESC) {\n    edges {\n      node {\n        id\n        name\n        imageUrl\n        likeCount\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestProductsList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"products"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"CREATED_AT_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<RestProductsListQuery, RestProductsListQueryVariables>;
export const RestProductsProductDocument = {"__meta__":{"hash":"057cf87085ba7b68ee1a22705bf9fae23199680729c180763db58f3d0fd020a2","text":"query RestProductsProduct($id: ID!) {\n  product(id: $id) {\n    id\n    name\n    imageUrl\n    likeCount\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestProductsProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}}]}}]}}]} as unknown as DocumentNode<RestProductsProductQuery, RestProductsProductQueryVariables>;
export const RestProductsUpdateDocument = {"__meta__":{"hash":"d73ae99b1300c049a9bb9a74104b1a53f9ef274dc038f78ef6611189419df913","text":"mutation RestProductsUpdate($input: UpdateProductInput!) {\n  updateProduct(input: $input) {\n    product {\n      id\n      name\n      imageUrl\n      likeCount\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestProductsUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageUrl"}},{"kind":"Field","name":{"kind":"Name","value":"likeCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestProductsUpdateMutation, RestProductsUpdateMutationVariables>;
export const RestProductsUserDocument = {"__meta__":{"hash":"198af011e83e63e0e747266a1f484763bea36e0fba84ba390a354a9956845c63","text":"query RestProductsUser($first: Int!, $after: String) {\n  users(first: $first, after: $after) {\n    edges {\n      node {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestProductsUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<RestProductsUserQuery, RestProductsUserQueryVariables>;
export const RestShopOrderDocument = {"__meta__":{"hash":"08625bd3c79be2d20971b0019aebb66c915d7375717b48f3b496a1d6fae4d371","text":"mutation RestShopOrder($input: PlaceOrderInput!) {\n  placeOrder(input: $input) {\n    order {\n      id\n      status\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopOrderMutation, RestShopOrderMutationVariables>;
export const RestShopProductCreateDocument = {"__meta__":{"hash":"63ea177d0a06e9aed122fe9d908439d19a558be5669c6b68e382aaccde58a22c","text":"mutation RestShopProductCreate($input: CreateProductInput!) {\n  createProduct(input: $input) {\n    product {\n      id\n      name\n      description\n      price {\n        amount\n      }\n      stock\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopProductCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopProductCreateMutation, RestShopProductCreateMutationVariables>;
export const RestShopProductDeleteDocument = {"__meta__":{"hash":"cf5f02972e6936eb84a26b5c749f6cb71b213e494ed8ed426fa847c94b823d76","text":"mutation RestShopProductDelete($input: DeleteProductInput!) {\n  deleteProduct(input: $input) {\n    productId\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopProductDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopProductDeleteMutation, RestShopProductDeleteMutationVariables>;
export const RestShopProductUpdateDocument = {"__meta__":{"hash":"c466d164a1f70266a9b15fb238432b9bf547958cb36e43f31a309cb91fdfd35b","text":"mutation RestShopProductUpdate($input: UpdateProductInput!) {\n  updateProduct(input: $input) {\n    product {\n      id\n      name\n      description\n      price {\n        amount\n      }\n      stock\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopProductUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProductInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProduct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopProductUpdateMutation, RestShopProductUpdateMutationVariables>;
export const RestShopProductDocument = {"__meta__":{"hash":"33d2e5399bf2895495524360329409097729c8eb5a87c955fdb66018e0f4b76f","text":"query RestShopProduct($id: ID!) {\n  product(id: $id) {\n    id\n    name\n    description\n    price {\n      amount\n    }\n    stock\n    version\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestShopProduct"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<RestShopProductQuery, RestShopProductQueryVariables>;
export const RestShopPurchasedDocument = {"__meta__":{"hash":"fd1180c97dbf647ea26e0f2a8b09a019de0d76db47996565075da9ee604e3874","text":"query RestShopPurchased($id: ID!, $first: Int!, $after: String) {\n  user(id: $id) {\n    purchases(first: $first, after: $after) {\n      edges {\n        node {\n          quantity\n          product {\n            id\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestShopPurchased"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RestShopPurchasedQuery, RestShopPurchasedQueryVariables>;
export const RestShopUserCreateDocument = {"__meta__":{"hash":"b8073a334e22aa506678541518fbd57ce8f58bbe8b519bb8ecb4cfd725e9f84a","text":"mutation RestShopUserCreate($input: RegisterUserInput!) {\n  registerUser(input: $input) {\n    user {\n      id\n      username\n      email\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopUserCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopUserCreateMutation, RestShopUserCreateMutationVariables>;
export const RestShopUserDeleteDocument = {"__meta__":{"hash":"f302161c45c0397520f2e362168c5b65687498c8792715c125d531e0a934c3d5","text":"mutation RestShopUserDelete($input: DeleteUserInput!) {\n  deleteUser(input: $input) {\n    userId\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopUserDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopUserDeleteMutation, RestShopUserDeleteMutationVariables>;
export const RestShopUserMatchDocument = {"__meta__":{"hash":"5ad4f7e5139c3a3e1a50f4653e804382725612292d88567b4c99cee4cbdb6be4","text":"mutation RestShopUserMatch($input: SignInInput!) {\n  signIn(input: $input) {\n    user {\n      id\n      username\n      email\n      version\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopUserMatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopUserMatchMutation, RestShopUserMatchMutationVariables>;
export const RestShopUserUpdateDocument = {"__meta__":{"hash":"8c2f2a074863cb22f9e581015e73384b6550b6a0602d31171ae2c133d5ddc238","text":"mutation RestShopUserUpdate($input: UpdateUserInput!) {\n  updateUser(input: $input) {\n    user {\n      id\n      username\n      email\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestShopUserUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestShopUserUpdateMutation, RestShopUserUpdateMutationVariables>;
export const RestShopUserDocument = {"__meta__":{"hash":"d4e04b12a863ef902d9707bc58d3e0fd89dc3baa66f46e80bd50d9667569cf59","text":"query RestShopUser($id: ID!) {\n  user(id: $id) {\n    id\n    username\n    email\n  }\n}"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestShopUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<RestShopUserQuery, RestShopUserQueryVariables>;