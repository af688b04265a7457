// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Report as ReportRow } from './repository.ts';
import type { ReportsContext } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
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
  /** What happened, in figures that are kept: each thing is counted once, by when it happened, whatever is told twice or late. */
  readonly report?: Maybe<Report>;
};


export type QueryReportArgs = {
  kind: ReportKind;
};

/** What is reported on. */
export type ReportKind =
  /** What sensors saw, by the type of what they saw. */
  | 'DETECTIONS'
  /** What units told of themselves, by their state. */
  | 'UNIT_EVENTS'
  /** What became of orders. An order counts once in each category that it came to, and stays there: one that was confirmed and then cancelled counts in both. */
  | 'ORDERS';

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

/** How often something happened. */
export type Report = {
  /** What it reports on. */
  readonly kind: ReportKind;
  /** How many there were in all: detections, unit events, or orders that were placed; 2,147,483,647 for more than that. */
  readonly total: Scalars['Int']['output'];
  /** How many there were of each category of this kind, those of which there were none too. */
  readonly byCategory: ReadonlyArray<ReportCategoryCount>;
  /** How many there were in each minute, also in those without any. */
  readonly perMinute?: Maybe<ReadonlyArray<ReportBucket>>;
  /** How many there were on each day of UTC, also on those without any. */
  readonly perDay?: Maybe<ReadonlyArray<ReportBucket>>;
  /** The locations where most happened, most first; null of orders, which have none. */
  readonly byLocation?: Maybe<ReadonlyArray<ReportLocationCount>>;
};


/** How often something happened. */
export type ReportPerMinuteArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  category?: InputMaybe<ReportCategory>;
};


/** How often something happened. */
export type ReportPerDayArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  category?: InputMaybe<ReportCategory>;
};


/** How often something happened. */
export type ReportByLocationArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  category?: InputMaybe<ReportCategory>;
};

/** How many there were of a category. */
export type ReportCategoryCount = {
  /** The category. */
  readonly category: ReportCategory;
  /** How many; 2,147,483,647 for more than that. */
  readonly count: Scalars['Int']['output'];
};

/** How many there were in a minute, or on a day. */
export type ReportBucket = {
  /** When it begins. */
  readonly start: Scalars['DateTime']['output'];
  /** How many; 2,147,483,647 for more than that. */
  readonly count: Scalars['Int']['output'];
};

/** How many there were at a location. */
export type ReportLocationCount = {
  /** The location's number, 1 to 100. */
  readonly location: Scalars['Int']['output'];
  /** How many; 2,147,483,647 for more than that. */
  readonly count: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReportKind: ReportKind;
  ReportCategory: ReportCategory;
  Report: ResolverTypeWrapper<ReportRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ReportCategoryCount: ResolverTypeWrapper<ReportCategoryCount>;
  ReportBucket: ResolverTypeWrapper<ReportBucket>;
  ReportLocationCount: ResolverTypeWrapper<ReportLocationCount>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  Report: ReportRow;
  Int: Scalars['Int']['output'];
  ReportCategoryCount: ReportCategoryCount;
  ReportBucket: ReportBucket;
  ReportLocationCount: ReportLocationCount;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = ReportsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  report?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<QueryReportArgs, 'kind'>>;
};

export type ReportResolvers<ContextType = ReportsContext, ParentType extends ResolversParentTypes['Report'] = ResolversParentTypes['Report']> = {
  kind?: Resolver<ResolversTypes['ReportKind'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byCategory?: Resolver<ReadonlyArray<ResolversTypes['ReportCategoryCount']>, ParentType, ContextType>;
  perMinute?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReportBucket']>>, ParentType, ContextType, RequireFields<ReportPerMinuteArgs, 'from' | 'to'>>;
  perDay?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReportBucket']>>, ParentType, ContextType, RequireFields<ReportPerDayArgs, 'from' | 'to'>>;
  byLocation?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReportLocationCount']>>, ParentType, ContextType, RequireFields<ReportByLocationArgs, 'first'>>;
};

export type ReportCategoryCountResolvers<ContextType = ReportsContext, ParentType extends ResolversParentTypes['ReportCategoryCount'] = ResolversParentTypes['ReportCategoryCount']> = {
  category?: Resolver<ResolversTypes['ReportCategory'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReportBucketResolvers<ContextType = ReportsContext, ParentType extends ResolversParentTypes['ReportBucket'] = ResolversParentTypes['ReportBucket']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReportLocationCountResolvers<ContextType = ReportsContext, ParentType extends ResolversParentTypes['ReportLocationCount'] = ResolversParentTypes['ReportLocationCount']> = {
  location?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ReportsContext> = {
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  ReportCategoryCount?: ReportCategoryCountResolvers<ContextType>;
  ReportBucket?: ReportBucketResolvers<ContextType>;
  ReportLocationCount?: ReportLocationCountResolvers<ContextType>;
};

