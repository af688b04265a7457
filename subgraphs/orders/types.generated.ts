// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '../../kit/server/subgraph.ts';
import type { Order as OrderRow, OrderLine as OrderLineRow, Purchase as PurchaseRow, OrderMetrics as OrderMetricsRow, OrderRejection as OrderRejectionRow, OrderFeed as OrderFeedRow } from './repository.ts';
import type { OrdersContext } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, as RFC 3339 writes it: 2026-01-31T12:00:00.000Z. */
  DateTime: { input: Date; output: string; }
  /** A decimal number as text, so that no float rounds it on the way. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** An order by id: your own, or anyone's with the scope `admin`. Null when there is none. */
  readonly order?: Maybe<Order>;
  /** All orders, a page at a time. */
  readonly orders?: Maybe<OrderConnection>;
  /** How many orders there are, and what they came to. */
  readonly orderMetrics?: Maybe<OrderMetrics>;
  /** The order feed: whether it runs, and what it has done. */
  readonly orderFeed?: Maybe<OrderFeed>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  orderBy?: InputMaybe<OrderOrder>;
};

export type Mutation = {
  /** Places an order, as the user whose token is sent or, with the scope `admin`, for any user. It is PENDING until its stock is taken and its price fixed. */
  readonly placeOrder?: Maybe<PlaceOrderPayload>;
  /** Calls an order off that is PENDING or CONFIRMED: your own, or anyone's with the scope `admin`. Its stock goes back on the shelf. */
  readonly cancelOrder?: Maybe<CancelOrderPayload>;
  /** Starts the order feed, which places an order every two seconds. One that runs already goes on as it is. */
  readonly startOrderFeed?: Maybe<StartOrderFeedPayload>;
  /** Stops the order feed; what it has placed is still executed. One that stands already stays so. */
  readonly stopOrderFeed?: Maybe<StopOrderFeedPayload>;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};

/** A customer, or whoever else signs in. */
export type User = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The user's orders. */
  readonly orders?: Maybe<OrderConnection>;
  /** What the user bought in confirmed orders, one for each product, the latest purchase first. */
  readonly purchases?: Maybe<PurchaseConnection>;
};


/** A customer, or whoever else signs in. */
export type UserOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  orderBy?: InputMaybe<OrderOrder>;
};


/** A customer, or whoever else signs in. */
export type UserPurchasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What is sold: a service that can be subscribed to, or goods. */
export type Product = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** How many were sold in confirmed orders; 2,147,483,647 for more than that. */
  readonly unitsSold?: Maybe<Scalars['Int']['output']>;
};

/** What a customer, or the order feed, wants to buy. */
export type Order = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Who ordered; null for the order feed's orders and those of deleted users. */
  readonly user?: Maybe<User>;
  /** How far it has come. */
  readonly status: OrderStatus;
  /** How its price is made. */
  readonly pricing: OrderPricing;
  /** What is ordered, one line for each product; at most 100. */
  readonly lines: ReadonlyArray<OrderLine>;
  /** What it came to; null until it executes. */
  readonly executionPrice?: Maybe<Money>;
  /** Why it was rejected; null for all others. */
  readonly rejection?: Maybe<OrderRejection>;
  /** When it was placed. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When its status last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** One product of an order. */
export type OrderLine = {
  /** What is ordered; null when it is no longer sold. */
  readonly product?: Maybe<Product>;
  /** What the product was called when the order was placed. */
  readonly productName: Scalars['String']['output'];
  /** How many. */
  readonly quantity: Scalars['Int']['output'];
  /** What one of it cost when stock was reserved; null before. */
  readonly unitPrice?: Maybe<Money>;
  /** What the line came to; null until the order executes. */
  readonly executionPrice?: Maybe<Money>;
};

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

/** How an order's price is made. */
export type OrderPricing =
  /** Quantity times the product's price. */
  | 'LIST'
  /** That, times a factor that the market draws when the order executes. */
  | 'MARKET';

/** Conditions on orders; all that are given must hold. */
export type OrderFilter = {
  /** Come this far. */
  readonly status?: InputMaybe<OrderStatus>;
  /** Placed at this moment or later. */
  readonly placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Placed before this moment. */
  readonly placedBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Orders of orders; equal ones follow by id. */
export type OrderOrder =
  /** Oldest first. */
  | 'CREATED_AT_ASC'
  /** Newest first. */
  | 'CREATED_AT_DESC';

/** A page of orders. */
export type OrderConnection = {
  /** The orders of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** An order in a list. */
export type OrderEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The order. */
  readonly node?: Maybe<Order>;
};

/** A page of purchases. */
export type PurchaseConnection = {
  /** The purchases of this page, each with its cursor. */
  readonly edges: ReadonlyArray<PurchaseEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A purchase in a list. */
export type PurchaseEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The purchase. */
  readonly node: Purchase;
};

/** What a user bought of a product, in all confirmed orders together. */
export type Purchase = {
  /** What was bought; null when it is no longer sold. */
  readonly product?: Maybe<Product>;
  /** How many in all; 2,147,483,647 for more than that. */
  readonly quantity: Scalars['Int']['output'];
  /** When the latest of these orders was placed. */
  readonly lastPurchasedAt: Scalars['DateTime']['output'];
};

/** Orders in figures, kept with each order that settles. */
export type OrderMetrics = {
  /** How many orders there are; 2,147,483,647 for more than that. */
  readonly total: Scalars['Int']['output'];
  /** How many have executed: confirmed, and not called off since; 2,147,483,647 for more than that. */
  readonly executed: Scalars['Int']['output'];
  /** By status, one for each. */
  readonly byStatus: ReadonlyArray<OrderStatusCount>;
  /** What an executed order came to on average; null while there is none. */
  readonly averageExecutionPrice?: Maybe<Money>;
  /** The least that an executed order came to; null while there is none. */
  readonly minimumExecutionPrice?: Maybe<Money>;
  /** The most that an executed order came to; null while there is none. */
  readonly maximumExecutionPrice?: Maybe<Money>;
};

/** How many orders have a status. */
export type OrderStatusCount = {
  /** The status. */
  readonly status: OrderStatus;
  /** How many orders have it; 2,147,483,647 for more than that. */
  readonly count: Scalars['Int']['output'];
};

/** An amount of money. */
export type Money = {
  /** The amount in major units, such as 12.50. */
  readonly amount: Scalars['Decimal']['output'];
  /** The currency's code by ISO 4217. */
  readonly currencyCode: Scalars['String']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  /** Whether more follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something stands before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The first edge's cursor. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** The last edge's cursor: pass it as `after` to read the next page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** Why an order was rejected. */
export type OrderRejection = {
  /** What stood in its way. */
  readonly code: OrderRejectionCode;
  /** For a person. */
  readonly message: Scalars['String']['output'];
};

/** What an order was rejected for. */
export type OrderRejectionCode =
  /** There was less in stock than was ordered. */
  | 'INSUFFICIENT_STOCK'
  /** What was ordered is no longer sold. */
  | 'PRODUCT_NOT_FOUND'
  /** It was called off on its way, or could not be carried out. */
  | 'NOT_FULFILLED';

/** The order feed: places a MARKET order of 1 to 10 of a product without stock limit at an even pace, for no user. */
export type OrderFeed = {
  /** Whether it runs. */
  readonly running: Scalars['Boolean']['output'];
  /** Since when it runs; null while it stands. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  /** How many orders it has placed in all. */
  readonly placed: Scalars['Int']['output'];
};

/** An order to place. */
export type PlaceOrderInput = {
  /** What is ordered: 1 to 100 products, each once. */
  readonly lines: ReadonlyArray<OrderLineInput>;
  /** How its price is made. */
  readonly pricing?: InputMaybe<OrderPricing>;
  /** Who orders; without it, the user whose token is sent. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to wait until it is settled, 5 s at most for orders that follow each other in a request; a rejection is then in userErrors too. */
  readonly wait?: InputMaybe<Scalars['Boolean']['input']>;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, orders nothing twice. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** One product of an order. */
export type OrderLineInput = {
  /** Which product. */
  readonly productId: Scalars['ID']['input'];
  /** How many, 1 to 100,000. */
  readonly quantity: Scalars['Int']['input'];
};

/** The order as it is now, or why there is none. */
export type PlaceOrderPayload = {
  /** The order; also when it was rejected. */
  readonly order?: Maybe<Order>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An order to call off. */
export type CancelOrderInput = {
  /** Which order. */
  readonly id: Scalars['ID']['input'];
};

/** The order that is called off, or why it is not. */
export type CancelOrderPayload = {
  /** The order; one that was called off before is given as it is. */
  readonly order?: Maybe<Order>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The order feed after it was started. */
export type StartOrderFeedPayload = {
  /** The order feed. */
  readonly orderFeed?: Maybe<OrderFeed>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The order feed after it was stopped. */
export type StopOrderFeedPayload = {
  /** The order feed. */
  readonly orderFeed?: Maybe<OrderFeed>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A failure that the caller can act on. */
export type UserError = {
  /** What kind of failure. */
  readonly code: UserErrorCode;
  /** For a person. */
  readonly message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Kinds of failures that a caller can act on. */
export type UserErrorCode =
  /** Something that is needed is missing or empty. */
  | 'REQUIRED'
  /** A number or a day is too small or too large. */
  | 'OUT_OF_RANGE'
  /** Something stands twice that may stand once. */
  | 'DUPLICATE'
  /** There is no user with this id. */
  | 'USER_NOT_FOUND'
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
  | 'IDEMPOTENCY_KEY_INVALID';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
  Product: Product;
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<EntityReference>;
  Product: ResolverTypeWrapper<EntityReference>;
  Order: ResolverTypeWrapper<OrderRow>;
  OrderLine: ResolverTypeWrapper<OrderLineRow>;
  OrderStatus: OrderStatus;
  OrderPricing: OrderPricing;
  OrderFilter: OrderFilter;
  OrderOrder: OrderOrder;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OrderEdge']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node?: Maybe<ResolversTypes['Order']> }>;
  PurchaseConnection: ResolverTypeWrapper<Omit<PurchaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PurchaseEdge']> }>;
  PurchaseEdge: ResolverTypeWrapper<Omit<PurchaseEdge, 'node'> & { node: ResolversTypes['Purchase'] }>;
  Purchase: ResolverTypeWrapper<PurchaseRow>;
  OrderMetrics: ResolverTypeWrapper<OrderMetricsRow>;
  OrderStatusCount: ResolverTypeWrapper<OrderStatusCount>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Money: ResolverTypeWrapper<Money>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  OrderRejection: ResolverTypeWrapper<OrderRejectionRow>;
  OrderRejectionCode: OrderRejectionCode;
  OrderFeed: ResolverTypeWrapper<OrderFeedRow>;
  PlaceOrderInput: PlaceOrderInput;
  OrderLineInput: OrderLineInput;
  PlaceOrderPayload: ResolverTypeWrapper<Omit<PlaceOrderPayload, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: ResolverTypeWrapper<Omit<CancelOrderPayload, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  StartOrderFeedPayload: ResolverTypeWrapper<Omit<StartOrderFeedPayload, 'orderFeed'> & { orderFeed?: Maybe<ResolversTypes['OrderFeed']> }>;
  StopOrderFeedPayload: ResolverTypeWrapper<Omit<StopOrderFeedPayload, 'orderFeed'> & { orderFeed?: Maybe<ResolversTypes['OrderFeed']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  User: EntityReference;
  Product: EntityReference;
  Order: OrderRow;
  OrderLine: OrderLineRow;
  OrderFilter: OrderFilter;
  OrderConnection: Omit<OrderConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OrderEdge']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Order']> };
  PurchaseConnection: Omit<PurchaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PurchaseEdge']> };
  PurchaseEdge: Omit<PurchaseEdge, 'node'> & { node: ResolversParentTypes['Purchase'] };
  Purchase: PurchaseRow;
  OrderMetrics: OrderMetricsRow;
  OrderStatusCount: OrderStatusCount;
  Decimal: Scalars['Decimal']['output'];
  Money: Money;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  OrderRejection: OrderRejectionRow;
  OrderFeed: OrderFeedRow;
  PlaceOrderInput: PlaceOrderInput;
  OrderLineInput: OrderLineInput;
  PlaceOrderPayload: Omit<PlaceOrderPayload, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: Omit<CancelOrderPayload, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  StartOrderFeedPayload: Omit<StartOrderFeedPayload, 'orderFeed'> & { orderFeed?: Maybe<ResolversParentTypes['OrderFeed']> };
  StopOrderFeedPayload: Omit<StopOrderFeedPayload, 'orderFeed'> & { orderFeed?: Maybe<ResolversParentTypes['OrderFeed']> };
  UserError: UserError;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first' | 'orderBy'>>;
  orderMetrics?: Resolver<Maybe<ResolversTypes['OrderMetrics']>, ParentType, ContextType>;
  orderFeed?: Resolver<Maybe<ResolversTypes['OrderFeed']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  placeOrder?: Resolver<Maybe<ResolversTypes['PlaceOrderPayload']>, ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  cancelOrder?: Resolver<Maybe<ResolversTypes['CancelOrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  startOrderFeed?: Resolver<Maybe<ResolversTypes['StartOrderFeedPayload']>, ParentType, ContextType>;
  stopOrderFeed?: Resolver<Maybe<ResolversTypes['StopOrderFeedPayload']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<UserOrdersArgs, 'first' | 'orderBy'>>;
  purchases?: Resolver<Maybe<ResolversTypes['PurchaseConnection']>, ParentType, ContextType, RequireFields<UserPurchasesArgs, 'first'>>;
};

export type ProductResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unitsSold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  pricing?: Resolver<ResolversTypes['OrderPricing'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  executionPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['OrderRejection']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  executionPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type PurchaseConnectionResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['PurchaseConnection'] = ResolversParentTypes['PurchaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PurchaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PurchaseEdgeResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['PurchaseEdge'] = ResolversParentTypes['PurchaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Purchase'], ParentType, ContextType>;
};

export type PurchaseResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['Purchase'] = ResolversParentTypes['Purchase']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastPurchasedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OrderMetricsResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['OrderMetrics'] = ResolversParentTypes['OrderMetrics']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  executed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byStatus?: Resolver<ReadonlyArray<ResolversTypes['OrderStatusCount']>, ParentType, ContextType>;
  averageExecutionPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  minimumExecutionPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  maximumExecutionPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type OrderStatusCountResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['OrderStatusCount'] = ResolversParentTypes['OrderStatusCount']> = {
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MoneyResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderRejectionResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['OrderRejection'] = ResolversParentTypes['OrderRejection']> = {
  code?: Resolver<ResolversTypes['OrderRejectionCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderFeedResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['OrderFeed'] = ResolversParentTypes['OrderFeed']> = {
  running?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  placed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaceOrderPayloadResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['PlaceOrderPayload'] = ResolversParentTypes['PlaceOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelOrderPayloadResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StartOrderFeedPayloadResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['StartOrderFeedPayload'] = ResolversParentTypes['StartOrderFeedPayload']> = {
  orderFeed?: Resolver<Maybe<ResolversTypes['OrderFeed']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StopOrderFeedPayloadResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['StopOrderFeedPayload'] = ResolversParentTypes['StopOrderFeedPayload']> = {
  orderFeed?: Resolver<Maybe<ResolversTypes['OrderFeed']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = OrdersContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = OrdersContext> = {
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  PurchaseConnection?: PurchaseConnectionResolvers<ContextType>;
  PurchaseEdge?: PurchaseEdgeResolvers<ContextType>;
  Purchase?: PurchaseResolvers<ContextType>;
  OrderMetrics?: OrderMetricsResolvers<ContextType>;
  OrderStatusCount?: OrderStatusCountResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  OrderRejection?: OrderRejectionResolvers<ContextType>;
  OrderFeed?: OrderFeedResolvers<ContextType>;
  PlaceOrderPayload?: PlaceOrderPayloadResolvers<ContextType>;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  StartOrderFeedPayload?: StartOrderFeedPayloadResolvers<ContextType>;
  StopOrderFeedPayload?: StopOrderFeedPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

