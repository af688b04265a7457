// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '../../kit/server/subgraph.ts';
import type { Notification as NotificationRow, WebhookDelivery as WebhookDeliveryRow } from './repository.ts';
import type { NotificationConnection as NotificationConnectionRow } from './service.ts';
import type { NotificationsContext } from './context.ts';
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
  /** A notification by id: your own, or anyone's with the scope `admin`. Null when there is none. */
  readonly notification?: Maybe<Notification>;
  /** All notifications, to users and locations, the newest first. */
  readonly notifications?: Maybe<NotificationConnection>;
  /** The webhooks that notifications and workflows caused, the newest first. */
  readonly webhookDeliveries?: Maybe<WebhookDeliveryConnection>;
};


export type QueryNotificationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NotificationFilter>;
};


export type QueryWebhookDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookDeliveryFilter>;
};

export type Mutation = {
  /** Marks a notification as read: your own, or anyone's with the scope `admin`. One that was read keeps its first moment. */
  readonly markNotificationRead?: Maybe<MarkNotificationReadPayload>;
  /** Marks all of a user's notifications as read: your own, or anyone's with the scope `admin`. */
  readonly markAllNotificationsRead?: Maybe<MarkAllNotificationsReadPayload>;
  /** Sends a webhook that failed again, from its first attempt on. One that waits for an attempt gets it at once. */
  readonly retryWebhookDelivery?: Maybe<RetryWebhookDeliveryPayload>;
};


export type MutationMarkNotificationReadArgs = {
  input: MarkNotificationReadInput;
};


export type MutationMarkAllNotificationsReadArgs = {
  input: MarkAllNotificationsReadInput;
};


export type MutationRetryWebhookDeliveryArgs = {
  input: RetryWebhookDeliveryInput;
};

/** A customer, or whoever else signs in. */
export type User = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The notifications to this user, the newest first. */
  readonly notifications?: Maybe<NotificationConnection>;
};


/** A customer, or whoever else signs in. */
export type UserNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserNotificationFilter>;
};

/** Something that somebody was told: a user, or whoever looks after a location. */
export type Notification = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The user that it is for; null where it is for a location. */
  readonly recipient?: Maybe<User>;
  /** The location that it is for, 1 to 100; null where it is for a user. */
  readonly location?: Maybe<Scalars['Int']['output']>;
  /** How soon somebody should look at it. */
  readonly urgency: NotificationUrgency;
  /** What it is about, in a few words. */
  readonly title: Scalars['String']['output'];
  /** What there is to know. */
  readonly text: Scalars['String']['output'];
  /** When it was sent. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was first marked as read; null while it is unread. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How soon somebody should look at a notification. */
export type NotificationUrgency =
  /** Good to know. */
  | 'INFO'
  /** Look into it. */
  | 'WARNING'
  /** Act at once. */
  | 'URGENT';

/** Conditions on a user's notifications. */
export type UserNotificationFilter = {
  /** True: only those that are unread; false: only those that were read. */
  readonly unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on notifications; all that are given must hold. */
export type NotificationFilter = {
  /** Only those for this location, 1 to 100. */
  readonly location?: InputMaybe<Scalars['Int']['input']>;
  /** Only those of this urgency. */
  readonly urgency?: InputMaybe<NotificationUrgency>;
  /** True: only those that are unread; false: only those that were read. */
  readonly unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of notifications. */
export type NotificationConnection = {
  /** The notifications of this page, each with its cursor. */
  readonly edges: ReadonlyArray<NotificationEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** How many of the user's notifications are unread, whatever the filter and the page; null where the list is no user's. */
  readonly unreadCount?: Maybe<Scalars['Int']['output']>;
};

/** A notification in a list. */
export type NotificationEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The notification. */
  readonly node?: Maybe<Notification>;
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

/** A webhook that is to be sent, and what became of it. */
export type WebhookDelivery = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Which address it goes to. */
  readonly kind: WebhookKind;
  /** Its header `webhook-id`: the same in all attempts, so that the receiver knows a second one. */
  readonly webhookId: Scalars['String']['output'];
  /** What it tells of, the `type` of its body. */
  readonly eventType: Scalars['String']['output'];
  /** How far it has come. */
  readonly state: WebhookDeliveryState;
  /** How often it was tried, since it was last asked for. */
  readonly attempts: Scalars['Int']['output'];
  /** The HTTP status of the last answer; null while there was none, or where the last attempt got none. */
  readonly lastStatus?: Maybe<Scalars['Int']['output']>;
  /** Why the last attempt failed; null while none has, and once it is delivered. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** When it is tried next; null once it is settled. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was delivered or given up; null while it is pending. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Which address a webhook goes to. */
export type WebhookKind =
  /** That of the operator, who is told of every notification. */
  | 'NOTIFICATION'
  /** That of the third party, which workflows call. */
  | 'THIRD_PARTY';

/** How far a webhook has come. */
export type WebhookDeliveryState =
  /** It is to be tried, or tried again. */
  | 'PENDING'
  /** The receiver took it. */
  | 'DELIVERED'
  /** The receiver refused it, or did not answer for too long. It can be retried. */
  | 'FAILED';

/** Conditions on webhook deliveries. */
export type WebhookDeliveryFilter = {
  /** Only those in this state. */
  readonly state?: InputMaybe<WebhookDeliveryState>;
};

/** A page of webhook deliveries. */
export type WebhookDeliveryConnection = {
  /** The deliveries of this page, each with its cursor. */
  readonly edges: ReadonlyArray<WebhookDeliveryEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A webhook delivery in a list. */
export type WebhookDeliveryEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The delivery. */
  readonly node?: Maybe<WebhookDelivery>;
};

/** A notification that was read. */
export type MarkNotificationReadInput = {
  /** The notification's id. */
  readonly id: Scalars['ID']['input'];
};

/** The notification, or why it could not be marked. */
export type MarkNotificationReadPayload = {
  /** The notification, as it is now. */
  readonly notification?: Maybe<Notification>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whose notifications were read. */
export type MarkAllNotificationsReadInput = {
  /** The user; by default whoever asks. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
};

/** How many were marked, or why none could be. */
export type MarkAllNotificationsReadPayload = {
  /** How many were unread until now. */
  readonly markedCount?: Maybe<Scalars['Int']['output']>;
  /** The user whose they are. */
  readonly recipient?: Maybe<User>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A webhook to send again. */
export type RetryWebhookDeliveryInput = {
  /** The delivery's id. */
  readonly id: Scalars['ID']['input'];
};

/** The delivery, or why it is not tried again. */
export type RetryWebhookDeliveryPayload = {
  /** The delivery, as it is now. */
  readonly webhookDelivery?: Maybe<WebhookDelivery>;
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
  /** There is no user with this id. */
  | 'USER_NOT_FOUND'
  /** There is no such notification. */
  | 'NOTIFICATION_NOT_FOUND'
  /** There is no such webhook delivery. */
  | 'WEBHOOK_DELIVERY_NOT_FOUND'
  /** The webhook was delivered: there is nothing to try again. */
  | 'WEBHOOK_DELIVERED';



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
  Notification: Notification;
  WebhookDelivery: WebhookDelivery;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
  WebhookDelivery:
    ( { __typename: 'WebhookDelivery' }
    & GraphQLRecursivePick<FederationTypes['WebhookDelivery'], {"id":true}> );
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
  Notification: ResolverTypeWrapper<NotificationRow>;
  NotificationUrgency: NotificationUrgency;
  UserNotificationFilter: UserNotificationFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotificationFilter: NotificationFilter;
  NotificationConnection: ResolverTypeWrapper<NotificationConnectionRow>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node?: Maybe<ResolversTypes['Notification']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  WebhookDelivery: ResolverTypeWrapper<WebhookDeliveryRow>;
  WebhookKind: WebhookKind;
  WebhookDeliveryState: WebhookDeliveryState;
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']> }>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node?: Maybe<ResolversTypes['WebhookDelivery']> }>;
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: ResolverTypeWrapper<Omit<MarkNotificationReadPayload, 'notification'> & { notification?: Maybe<ResolversTypes['Notification']> }>;
  MarkAllNotificationsReadInput: MarkAllNotificationsReadInput;
  MarkAllNotificationsReadPayload: ResolverTypeWrapper<Omit<MarkAllNotificationsReadPayload, 'recipient'> & { recipient?: Maybe<ResolversTypes['User']> }>;
  RetryWebhookDeliveryInput: RetryWebhookDeliveryInput;
  RetryWebhookDeliveryPayload: ResolverTypeWrapper<Omit<RetryWebhookDeliveryPayload, 'webhookDelivery'> & { webhookDelivery?: Maybe<ResolversTypes['WebhookDelivery']> }>;
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
  Notification: NotificationRow;
  UserNotificationFilter: UserNotificationFilter;
  Boolean: Scalars['Boolean']['output'];
  NotificationFilter: NotificationFilter;
  NotificationConnection: NotificationConnectionRow;
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Notification']> };
  PageInfo: PageInfo;
  WebhookDelivery: WebhookDeliveryRow;
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['WebhookDeliveryEdge']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node?: Maybe<ResolversParentTypes['WebhookDelivery']> };
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: Omit<MarkNotificationReadPayload, 'notification'> & { notification?: Maybe<ResolversParentTypes['Notification']> };
  MarkAllNotificationsReadInput: MarkAllNotificationsReadInput;
  MarkAllNotificationsReadPayload: Omit<MarkAllNotificationsReadPayload, 'recipient'> & { recipient?: Maybe<ResolversParentTypes['User']> };
  RetryWebhookDeliveryInput: RetryWebhookDeliveryInput;
  RetryWebhookDeliveryPayload: Omit<RetryWebhookDeliveryPayload, 'webhookDelivery'> & { webhookDelivery?: Maybe<ResolversParentTypes['WebhookDelivery']> };
  UserError: UserError;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType, RequireFields<QueryNotificationArgs, 'id'>>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<QueryNotificationsArgs, 'first'>>;
  webhookDeliveries?: Resolver<Maybe<ResolversTypes['WebhookDeliveryConnection']>, ParentType, ContextType, RequireFields<QueryWebhookDeliveriesArgs, 'first'>>;
};

export type MutationResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  markNotificationRead?: Resolver<Maybe<ResolversTypes['MarkNotificationReadPayload']>, ParentType, ContextType, RequireFields<MutationMarkNotificationReadArgs, 'input'>>;
  markAllNotificationsRead?: Resolver<Maybe<ResolversTypes['MarkAllNotificationsReadPayload']>, ParentType, ContextType, RequireFields<MutationMarkAllNotificationsReadArgs, 'input'>>;
  retryWebhookDelivery?: Resolver<Maybe<ResolversTypes['RetryWebhookDeliveryPayload']>, ParentType, ContextType, RequireFields<MutationRetryWebhookDeliveryArgs, 'input'>>;
};

export type UserResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<UserNotificationsArgs, 'first'>>;
};

export type NotificationResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['NotificationUrgency'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery'], FederationReferenceType extends FederationReferenceTypes['WebhookDelivery'] = FederationReferenceTypes['WebhookDelivery']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WebhookDelivery']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WebhookKind'], ParentType, ContextType>;
  webhookId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookDeliveryState'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
};

export type MarkNotificationReadPayloadResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['MarkNotificationReadPayload'] = ResolversParentTypes['MarkNotificationReadPayload']> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkAllNotificationsReadPayloadResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['MarkAllNotificationsReadPayload'] = ResolversParentTypes['MarkAllNotificationsReadPayload']> = {
  markedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetryWebhookDeliveryPayloadResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['RetryWebhookDeliveryPayload'] = ResolversParentTypes['RetryWebhookDeliveryPayload']> = {
  webhookDelivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = NotificationsContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = NotificationsContext> = {
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  MarkNotificationReadPayload?: MarkNotificationReadPayloadResolvers<ContextType>;
  MarkAllNotificationsReadPayload?: MarkAllNotificationsReadPayloadResolvers<ContextType>;
  RetryWebhookDeliveryPayload?: RetryWebhookDeliveryPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

