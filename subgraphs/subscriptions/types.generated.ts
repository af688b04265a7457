// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '../../kit/server/subgraph.ts';
import type { CustomerSubscription as CustomerSubscriptionRow } from './repository.ts';
import type { SubscriptionsContext } from './context.ts';
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
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** A subscription by id: your own, or anyone's with the scope `admin`. Null when there is none. */
  readonly customerSubscription?: Maybe<CustomerSubscription>;
  /** All subscriptions, a page at a time. */
  readonly customerSubscriptions?: Maybe<CustomerSubscriptionConnection>;
};


export type QueryCustomerSubscriptionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomerSubscriptionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerSubscriptionFilter>;
  orderBy?: InputMaybe<CustomerSubscriptionOrder>;
};

export type Mutation = {
  /** Opens a subscription that begins now, for yourself, or for anyone with the scope `admin`. */
  readonly createSubscription?: Maybe<CreateSubscriptionPayload>;
  /** Changes what is given of an active subscription: your own, or anyone's with the scope `admin`. */
  readonly changeSubscription?: Maybe<ChangeSubscriptionPayload>;
  /** Ends a subscription now: your own, or anyone's with the scope `admin`. One that has ended already stays as it is. */
  readonly cancelSubscription?: Maybe<CancelSubscriptionPayload>;
  /** Adds a year or a month to an active subscription, your own or anyone's with the scope `admin`; one that has ended begins anew. */
  readonly renewSubscription?: Maybe<RenewSubscriptionPayload>;
};


export type MutationCreateSubscriptionArgs = {
  input: CreateSubscriptionInput;
};


export type MutationChangeSubscriptionArgs = {
  input: ChangeSubscriptionInput;
};


export type MutationCancelSubscriptionArgs = {
  input: CancelSubscriptionInput;
};


export type MutationRenewSubscriptionArgs = {
  input: RenewSubscriptionInput;
};

/** A customer, or whoever else signs in. */
export type User = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The active subscription; null when none is active. */
  readonly subscription?: Maybe<CustomerSubscription>;
  /** Whether a subscription is active; null for a user who never had one. */
  readonly subscriptionStatus?: Maybe<CustomerSubscriptionStatus>;
  /** All subscriptions, the active one and those of the past. */
  readonly subscriptions?: Maybe<CustomerSubscriptionConnection>;
};


/** A customer, or whoever else signs in. */
export type UserSubscriptionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerSubscriptionFilter>;
  orderBy?: InputMaybe<CustomerSubscriptionOrder>;
};

/** What is sold: a service that can be subscribed to, or goods. */
export type Product = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** A customer's subscription to a product; at most one of a customer is active. */
export type CustomerSubscription = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Who subscribes. */
  readonly user?: Maybe<User>;
  /** What is subscribed to. */
  readonly product?: Maybe<Product>;
  /** How often it is billed. */
  readonly billing: Billing;
  /** Whether it is active. */
  readonly status: CustomerSubscriptionStatus;
  /** How it is paid. */
  readonly paymentMethod: PaymentMethod;
  /** Names the transaction that opened it. */
  readonly transactionId: Scalars['ID']['output'];
  /** When it began. */
  readonly registeredAt: Scalars['DateTime']['output'];
  /** When its term ends, by when it is to be renewed, or when it ended itself; null where each use is billed. */
  readonly renewsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counts the changes: pass it to `changeSubscription` to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** How often a subscription is billed. */
export type Billing =
  /** Once a year. */
  | 'ANNUAL'
  /** Once a month. */
  | 'MONTHLY'
  /** For each use. */
  | 'PAY_PER_USE';

/** Whether a subscription is active. */
export type CustomerSubscriptionStatus =
  /** It is in force until it is cancelled, also where its term ran out without a renewal. */
  | 'ACTIVE'
  /** It was cancelled. */
  | 'INACTIVE';

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

/** Conditions on subscriptions; all that are given must hold. */
export type CustomerSubscriptionFilter = {
  /** Active ones or inactive ones. */
  readonly status?: InputMaybe<CustomerSubscriptionStatus>;
  /** Billed so. */
  readonly billing?: InputMaybe<Billing>;
  /** To this product. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
};

/** Orders of subscriptions; equal ones follow by id. */
export type CustomerSubscriptionOrder =
  /** Oldest first. */
  | 'CREATED_AT_ASC'
  /** Newest first. */
  | 'CREATED_AT_DESC';

/** A page of subscriptions. */
export type CustomerSubscriptionConnection = {
  /** The subscriptions of this page, each with its cursor. */
  readonly edges: ReadonlyArray<CustomerSubscriptionEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A subscription in a list. */
export type CustomerSubscriptionEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The subscription. */
  readonly node?: Maybe<CustomerSubscription>;
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

/** Who subscribes to what. */
export type CreateSubscriptionInput = {
  /** Who subscribes. */
  readonly userId: Scalars['ID']['input'];
  /** To which service. */
  readonly productId: Scalars['ID']['input'];
  /** How often it is billed. */
  readonly billing: Billing;
  /** How it is paid. */
  readonly paymentMethod: PaymentMethod;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, gets the first one's answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** What changes of a subscription; what is absent stays as it is. */
export type ChangeSubscriptionInput = {
  /** Which subscription. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read: when the subscription has another by now, nothing changes and CONFLICT tells. Without it, the last one wins. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
  /** To which service. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
  /** How often it is billed; another billing begins a new term now. */
  readonly billing?: InputMaybe<Billing>;
  /** How it is paid. */
  readonly paymentMethod?: InputMaybe<PaymentMethod>;
};

/** Which subscription ends. */
export type CancelSubscriptionInput = {
  /** The subscription's id. */
  readonly id: Scalars['ID']['input'];
};

/** Which subscription runs on. */
export type RenewSubscriptionInput = {
  /** The subscription's id. */
  readonly id: Scalars['ID']['input'];
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, adds no second term. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** The new subscription, or why there is none. */
export type CreateSubscriptionPayload = {
  /** The new subscription. */
  readonly subscription?: Maybe<CustomerSubscription>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The subscription as it is now, or why it is as it was. */
export type ChangeSubscriptionPayload = {
  /** The subscription after the change. */
  readonly subscription?: Maybe<CustomerSubscription>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The subscription that ended, or why none did. */
export type CancelSubscriptionPayload = {
  /** The subscription, not active any more. */
  readonly subscription?: Maybe<CustomerSubscription>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The subscription that runs on, or why it does not. */
export type RenewSubscriptionPayload = {
  /** The subscription, active. */
  readonly subscription?: Maybe<CustomerSubscription>;
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
  /** There is no user with this id. */
  | 'USER_NOT_FOUND'
  /** There is no product with this id. */
  | 'PRODUCT_NOT_FOUND'
  /** There is no subscription with this id. */
  | 'SUBSCRIPTION_NOT_FOUND'
  /** The subscription has ended. */
  | 'SUBSCRIPTION_INACTIVE'
  /** The user has an active subscription. */
  | 'ALREADY_SUBSCRIBED'
  /** The subscription cannot be renewed; the message says why. */
  | 'NOT_RENEWABLE'
  /** Somebody else changed it meanwhile: read it again. */
  | 'CONFLICT'
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
  CustomerSubscription: CustomerSubscription;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  CustomerSubscription:
    ( { __typename: 'CustomerSubscription' }
    & GraphQLRecursivePick<FederationTypes['CustomerSubscription'], {"id":true}> );
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
  CustomerSubscription: ResolverTypeWrapper<CustomerSubscriptionRow>;
  Billing: Billing;
  CustomerSubscriptionStatus: CustomerSubscriptionStatus;
  PaymentMethod: PaymentMethod;
  CustomerSubscriptionFilter: CustomerSubscriptionFilter;
  CustomerSubscriptionOrder: CustomerSubscriptionOrder;
  CustomerSubscriptionConnection: ResolverTypeWrapper<Omit<CustomerSubscriptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CustomerSubscriptionEdge']> }>;
  CustomerSubscriptionEdge: ResolverTypeWrapper<Omit<CustomerSubscriptionEdge, 'node'> & { node?: Maybe<ResolversTypes['CustomerSubscription']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CreateSubscriptionInput: CreateSubscriptionInput;
  ChangeSubscriptionInput: ChangeSubscriptionInput;
  CancelSubscriptionInput: CancelSubscriptionInput;
  RenewSubscriptionInput: RenewSubscriptionInput;
  CreateSubscriptionPayload: ResolverTypeWrapper<Omit<CreateSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversTypes['CustomerSubscription']> }>;
  ChangeSubscriptionPayload: ResolverTypeWrapper<Omit<ChangeSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversTypes['CustomerSubscription']> }>;
  CancelSubscriptionPayload: ResolverTypeWrapper<Omit<CancelSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversTypes['CustomerSubscription']> }>;
  RenewSubscriptionPayload: ResolverTypeWrapper<Omit<RenewSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversTypes['CustomerSubscription']> }>;
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
  CustomerSubscription: CustomerSubscriptionRow;
  CustomerSubscriptionFilter: CustomerSubscriptionFilter;
  CustomerSubscriptionConnection: Omit<CustomerSubscriptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CustomerSubscriptionEdge']> };
  CustomerSubscriptionEdge: Omit<CustomerSubscriptionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['CustomerSubscription']> };
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  CreateSubscriptionInput: CreateSubscriptionInput;
  ChangeSubscriptionInput: ChangeSubscriptionInput;
  CancelSubscriptionInput: CancelSubscriptionInput;
  RenewSubscriptionInput: RenewSubscriptionInput;
  CreateSubscriptionPayload: Omit<CreateSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversParentTypes['CustomerSubscription']> };
  ChangeSubscriptionPayload: Omit<ChangeSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversParentTypes['CustomerSubscription']> };
  CancelSubscriptionPayload: Omit<CancelSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversParentTypes['CustomerSubscription']> };
  RenewSubscriptionPayload: Omit<RenewSubscriptionPayload, 'subscription'> & { subscription?: Maybe<ResolversParentTypes['CustomerSubscription']> };
  UserError: UserError;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  customerSubscription?: Resolver<Maybe<ResolversTypes['CustomerSubscription']>, ParentType, ContextType, RequireFields<QueryCustomerSubscriptionArgs, 'id'>>;
  customerSubscriptions?: Resolver<Maybe<ResolversTypes['CustomerSubscriptionConnection']>, ParentType, ContextType, RequireFields<QueryCustomerSubscriptionsArgs, 'first' | 'orderBy'>>;
};

export type MutationResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createSubscription?: Resolver<Maybe<ResolversTypes['CreateSubscriptionPayload']>, ParentType, ContextType, RequireFields<MutationCreateSubscriptionArgs, 'input'>>;
  changeSubscription?: Resolver<Maybe<ResolversTypes['ChangeSubscriptionPayload']>, ParentType, ContextType, RequireFields<MutationChangeSubscriptionArgs, 'input'>>;
  cancelSubscription?: Resolver<Maybe<ResolversTypes['CancelSubscriptionPayload']>, ParentType, ContextType, RequireFields<MutationCancelSubscriptionArgs, 'input'>>;
  renewSubscription?: Resolver<Maybe<ResolversTypes['RenewSubscriptionPayload']>, ParentType, ContextType, RequireFields<MutationRenewSubscriptionArgs, 'input'>>;
};

export type UserResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['CustomerSubscription']>, ParentType, ContextType>;
  subscriptionStatus?: Resolver<Maybe<ResolversTypes['CustomerSubscriptionStatus']>, ParentType, ContextType>;
  subscriptions?: Resolver<Maybe<ResolversTypes['CustomerSubscriptionConnection']>, ParentType, ContextType, RequireFields<UserSubscriptionsArgs, 'first' | 'orderBy'>>;
};

export type ProductResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CustomerSubscriptionResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['CustomerSubscription'] = ResolversParentTypes['CustomerSubscription'], FederationReferenceType extends FederationReferenceTypes['CustomerSubscription'] = FederationReferenceTypes['CustomerSubscription']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CustomerSubscription']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  billing?: Resolver<ResolversTypes['Billing'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CustomerSubscriptionStatus'], ParentType, ContextType>;
  paymentMethod?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  transactionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  renewsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerSubscriptionConnectionResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['CustomerSubscriptionConnection'] = ResolversParentTypes['CustomerSubscriptionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerSubscriptionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CustomerSubscriptionEdgeResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['CustomerSubscriptionEdge'] = ResolversParentTypes['CustomerSubscriptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CustomerSubscription']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateSubscriptionPayloadResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['CreateSubscriptionPayload'] = ResolversParentTypes['CreateSubscriptionPayload']> = {
  subscription?: Resolver<Maybe<ResolversTypes['CustomerSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeSubscriptionPayloadResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['ChangeSubscriptionPayload'] = ResolversParentTypes['ChangeSubscriptionPayload']> = {
  subscription?: Resolver<Maybe<ResolversTypes['CustomerSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelSubscriptionPayloadResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['CancelSubscriptionPayload'] = ResolversParentTypes['CancelSubscriptionPayload']> = {
  subscription?: Resolver<Maybe<ResolversTypes['CustomerSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RenewSubscriptionPayloadResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['RenewSubscriptionPayload'] = ResolversParentTypes['RenewSubscriptionPayload']> = {
  subscription?: Resolver<Maybe<ResolversTypes['CustomerSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = SubscriptionsContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = SubscriptionsContext> = {
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  CustomerSubscription?: CustomerSubscriptionResolvers<ContextType>;
  CustomerSubscriptionConnection?: CustomerSubscriptionConnectionResolvers<ContextType>;
  CustomerSubscriptionEdge?: CustomerSubscriptionEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  CreateSubscriptionPayload?: CreateSubscriptionPayloadResolvers<ContextType>;
  ChangeSubscriptionPayload?: ChangeSubscriptionPayloadResolvers<ContextType>;
  CancelSubscriptionPayload?: CancelSubscriptionPayloadResolvers<ContextType>;
  RenewSubscriptionPayload?: RenewSubscriptionPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

