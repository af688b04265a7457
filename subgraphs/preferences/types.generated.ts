// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '../../kit/server/subgraph.ts';
import type { ProductPreference as ProductPreferenceRow } from './repository.ts';
import type { PreferencesContext } from './context.ts';
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
  /** A preference by id: your own, or anyone's with the scope `admin`. Null when there is none. */
  readonly productPreference?: Maybe<ProductPreference>;
};


export type QueryProductPreferenceArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  /** Sets what is given of how a user wants a service to be: your own wishes, or anyone's with the scope `admin`. A user has at most 100 preferences. */
  readonly setPreference?: Maybe<SetPreferencePayload>;
};


export type MutationSetPreferenceArgs = {
  input: SetPreferenceInput;
};

/** A customer, or whoever else signs in. */
export type User = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** What the user prefers, one for each product that it was set for, by product id; at most 100. */
  readonly preferences?: Maybe<ReadonlyArray<ProductPreference>>;
};


/** A customer, or whoever else signs in. */
export type UserPreferencesArgs = {
  productId?: InputMaybe<Scalars['ID']['input']>;
};

/** What is sold: a service that can be subscribed to, or goods. */
export type Product = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** How a customer wants a product to look, and what may be sent about it. */
export type ProductPreference = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Whose preference. */
  readonly user?: Maybe<User>;
  /** For which product. */
  readonly product?: Maybe<Product>;
  /** The colours of the pages. */
  readonly theme: Theme;
  /** The region whose content comes first. */
  readonly region: Region;
  /** Whether notifications may be shown. */
  readonly notificationsEnabled: Scalars['Boolean']['output'];
  /** Whether mail may be sent. */
  readonly emailEnabled: Scalars['Boolean']['output'];
  /** Whether the newsletter is wanted. */
  readonly newsletterEnabled: Scalars['Boolean']['output'];
  /** When it was last set. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** The colours of the pages. */
export type Theme =
  /** Light text on dark. */
  | 'DARK'
  /** Dark text on light. */
  | 'LIGHT';

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

/** How a user wants a service to be; what is absent stays as it is. */
export type SetPreferenceInput = {
  /** Whose preference. */
  readonly userId: Scalars['ID']['input'];
  /** For which service. */
  readonly productId: Scalars['ID']['input'];
  /** The colours of the pages; LIGHT where it was never set. */
  readonly theme?: InputMaybe<Theme>;
  /** The region whose content comes first; needed where it was never set. */
  readonly region?: InputMaybe<Region>;
  /** Whether notifications may be shown; false where it was never set. */
  readonly notificationsEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether mail may be sent; false where it was never set. */
  readonly emailEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the newsletter is wanted; false where it was never set. */
  readonly newsletterEnabled?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The preference as it is now, or why it is as it was. */
export type SetPreferencePayload = {
  /** The preference, with all that was set before. */
  readonly preference?: Maybe<ProductPreference>;
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
  /** The user has as many preferences as there can be. */
  | 'TOO_MANY_PREFERENCES';



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
  ProductPreference: ProductPreference;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  ProductPreference:
    ( { __typename: 'ProductPreference' }
    & GraphQLRecursivePick<FederationTypes['ProductPreference'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<EntityReference>;
  Product: ResolverTypeWrapper<EntityReference>;
  ProductPreference: ResolverTypeWrapper<ProductPreferenceRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Theme: Theme;
  Region: Region;
  SetPreferenceInput: SetPreferenceInput;
  SetPreferencePayload: ResolverTypeWrapper<Omit<SetPreferencePayload, 'preference'> & { preference?: Maybe<ResolversTypes['ProductPreference']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  User: EntityReference;
  Product: EntityReference;
  ProductPreference: ProductPreferenceRow;
  Boolean: Scalars['Boolean']['output'];
  SetPreferenceInput: SetPreferenceInput;
  SetPreferencePayload: Omit<SetPreferencePayload, 'preference'> & { preference?: Maybe<ResolversParentTypes['ProductPreference']> };
  UserError: UserError;
  String: Scalars['String']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = PreferencesContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  productPreference?: Resolver<Maybe<ResolversTypes['ProductPreference']>, ParentType, ContextType, RequireFields<QueryProductPreferenceArgs, 'id'>>;
};

export type MutationResolvers<ContextType = PreferencesContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  setPreference?: Resolver<Maybe<ResolversTypes['SetPreferencePayload']>, ParentType, ContextType, RequireFields<MutationSetPreferenceArgs, 'input'>>;
};

export type UserResolvers<ContextType = PreferencesContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  preferences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ProductPreference']>>, ParentType, ContextType, Partial<UserPreferencesArgs>>;
};

export type ProductResolvers<ContextType = PreferencesContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductPreferenceResolvers<ContextType = PreferencesContext, ParentType extends ResolversParentTypes['ProductPreference'] = ResolversParentTypes['ProductPreference'], FederationReferenceType extends FederationReferenceTypes['ProductPreference'] = FederationReferenceTypes['ProductPreference']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductPreference']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['Theme'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  notificationsEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  emailEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  newsletterEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SetPreferencePayloadResolvers<ContextType = PreferencesContext, ParentType extends ResolversParentTypes['SetPreferencePayload'] = ResolversParentTypes['SetPreferencePayload']> = {
  preference?: Resolver<Maybe<ResolversTypes['ProductPreference']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = PreferencesContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = PreferencesContext> = {
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductPreference?: ProductPreferenceResolvers<ContextType>;
  SetPreferencePayload?: SetPreferencePayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

