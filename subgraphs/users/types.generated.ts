// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserRow } from './repository.ts';
import type { SignInPayload as SignInPayloadRow } from './service.ts';
import type { UsersContext } from './context.ts';
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
  /** A day of the calendar, as YYYY-MM-DD. */
  Date: { input: Date; output: string; }
  /** A moment in UTC, as RFC 3339 writes it: 2026-01-31T12:00:00.000Z. */
  DateTime: { input: Date; output: string; }
  /** An address for electronic mail. */
  EmailAddress: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** The user whose token is sent; null for a machine client. */
  readonly me?: Maybe<User>;
  /** A user by id: your own, or anyone's with the scope `admin`. Null when there is none. */
  readonly user?: Maybe<User>;
  /** All users, a page at a time. */
  readonly users?: Maybe<UserConnection>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  orderBy?: InputMaybe<UserOrder>;
};

export type Mutation = {
  /** Trades a username or an email address and a password for an access token. */
  readonly signIn?: Maybe<SignInPayload>;
  /** Opens an account; needs no token. Sign in next. */
  readonly registerUser?: Maybe<RegisterUserPayload>;
  /** Changes what is given of a user, all of it or nothing: your own data, or anyone's with the scope `admin`. */
  readonly updateUser?: Maybe<UpdateUserPayload>;
  /** Changes a password: your own, or anyone's with the scope `admin`. */
  readonly changePassword?: Maybe<ChangePasswordPayload>;
  /** Closes an account, your own or anyone's with the scope `admin`. The other domains delete what they keep of the user soon after. */
  readonly deleteUser?: Maybe<DeleteUserPayload>;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationRegisterUserArgs = {
  input: RegisterUserInput;
};


export type MutationUpdateUserArgs = {
  input: UpdateUserInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationDeleteUserArgs = {
  input: DeleteUserInput;
};

/** A customer, or whoever else signs in. */
export type User = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The name to sign in with; unique. */
  readonly username: Scalars['String']['output'];
  /** Where mail reaches the user; unique, in lower case. */
  readonly email: Scalars['EmailAddress']['output'];
  /** Given name. */
  readonly firstName: Scalars['String']['output'];
  /** Family name. */
  readonly lastName: Scalars['String']['output'];
  /** Postal code, as it is written in the user's country. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** Day of birth. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** When the user registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When the user's own data last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes of the user's own data: pass it to `updateUser` to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** Conditions on users; all that are given must hold. */
export type UserFilter = {
  /** One of these ids, at most 100. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Exactly this username; blanks around it do not count. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this email address, in any case. */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Family names that begin so. */
  readonly lastNamePrefix?: InputMaybe<Scalars['String']['input']>;
};

/** Orders of users; equal ones follow by id. */
export type UserOrder =
  /** Oldest first. */
  | 'CREATED_AT_ASC'
  /** Newest first. */
  | 'CREATED_AT_DESC'
  /** By family name. */
  | 'LAST_NAME_ASC';

/** A page of users. */
export type UserConnection = {
  /** The users of this page, each with its cursor. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A user in a list. */
export type UserEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node?: Maybe<User>;
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

/** Who signs in. */
export type SignInInput = {
  /** Username or email address, in any case; blanks around it do not count. */
  readonly login: Scalars['String']['input'];
  /** The password. */
  readonly password: Scalars['String']['input'];
};

/** The token, or why there is none. */
export type SignInPayload = {
  /** The access token; send it as `Authorization: Bearer <token>`. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** When the token ends. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who signed in. */
  readonly user?: Maybe<User>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who registers. */
export type RegisterUserInput = {
  /** The user's id, for who has the scope `admin` to choose; one that anybody has, or ever had, is taken. Without it, a new one is made. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The name to sign in with, unique: at most 50 of a to z, digits and . _ - between them. Stored in lower case. */
  readonly username: Scalars['String']['input'];
  /** Where mail reaches the user, unique; at most 254 characters. Stored in lower case. */
  readonly email: Scalars['String']['input'];
  /** The password: 8 to 254 characters. */
  readonly password: Scalars['String']['input'];
  /** Given name, at most 100 characters. */
  readonly firstName: Scalars['String']['input'];
  /** Family name, at most 100 characters. */
  readonly lastName: Scalars['String']['input'];
  /** Postal code, as it is written in the user's country; at most 16 characters. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Day of birth, as YYYY-MM-DD; not before 1900. */
  readonly birthDate?: InputMaybe<Scalars['String']['input']>;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, opens no second account. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** What changes of a user; what is absent stays as it is. */
export type UpdateUserInput = {
  /** Whose data. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read: when the user has another by now, nothing changes and CONFLICT tells. Without it, the last one wins. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
  /** As in `RegisterUserInput`. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /** As in `RegisterUserInput`. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** As in `RegisterUserInput`. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** As in `RegisterUserInput`. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** As in `RegisterUserInput`; null removes it. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** As in `RegisterUserInput`; null removes it. */
  readonly birthDate?: InputMaybe<Scalars['String']['input']>;
  /** As in `ChangePasswordInput`, where a new one is given. */
  readonly currentPassword?: InputMaybe<Scalars['String']['input']>;
  /** As in `ChangePasswordInput`; without it, or with null, the password stays. */
  readonly newPassword?: InputMaybe<Scalars['String']['input']>;
};

/** The passwords, old and new. */
export type ChangePasswordInput = {
  /** Whose password. */
  readonly id: Scalars['ID']['input'];
  /** The present one. Only who has the scope `admin` may leave it out, for another user. */
  readonly currentPassword?: InputMaybe<Scalars['String']['input']>;
  /** The new one: 8 to 254 characters. */
  readonly newPassword: Scalars['String']['input'];
};

/** Whose account is closed. */
export type DeleteUserInput = {
  /** The user's id. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read: when the user has another by now, nothing changes and CONFLICT tells. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** Who registered, or why nobody did. */
export type RegisterUserPayload = {
  /** The new user. */
  readonly user?: Maybe<User>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The user as it is now, or why it is as it was. */
export type UpdateUserPayload = {
  /** The user after the change. */
  readonly user?: Maybe<User>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whose password changed, or why it did not. */
export type ChangePasswordPayload = {
  /** Whose password changed. */
  readonly user?: Maybe<User>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who is gone, or why nobody is. */
export type DeleteUserPayload = {
  /** The id of the user who is gone. */
  readonly userId?: Maybe<Scalars['ID']['output']>;
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
  /** The login or the password is wrong. */
  | 'INVALID_CREDENTIALS'
  /** Something that is needed is missing or empty. */
  | 'REQUIRED'
  /** A text is too short. */
  | 'TOO_SHORT'
  /** A text is too long. */
  | 'TOO_LONG'
  /** A text does not have the form that is asked for. */
  | 'INVALID_FORMAT'
  /** A number or a day is too small or too large. */
  | 'OUT_OF_RANGE'
  /** Another user has this username. */
  | 'USERNAME_TAKEN'
  /** Another user has this email address. */
  | 'EMAIL_TAKEN'
  /** This id is given away, and ids are given once. */
  | 'ID_TAKEN'
  /** There is no user with this id. */
  | 'USER_NOT_FOUND'
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserRow>;
  UserFilter: UserFilter;
  UserOrder: UserOrder;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['UserEdge']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node?: Maybe<ResolversTypes['User']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  SignInInput: SignInInput;
  SignInPayload: ResolverTypeWrapper<SignInPayloadRow>;
  RegisterUserInput: RegisterUserInput;
  UpdateUserInput: UpdateUserInput;
  ChangePasswordInput: ChangePasswordInput;
  DeleteUserInput: DeleteUserInput;
  RegisterUserPayload: ResolverTypeWrapper<Omit<RegisterUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UpdateUserPayload: ResolverTypeWrapper<Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ChangePasswordPayload: ResolverTypeWrapper<Omit<ChangePasswordPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  DeleteUserPayload: ResolverTypeWrapper<DeleteUserPayload>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  User: UserRow;
  UserFilter: UserFilter;
  UserConnection: Omit<UserConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['UserEdge']> };
  UserEdge: Omit<UserEdge, 'node'> & { node?: Maybe<ResolversParentTypes['User']> };
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  SignInInput: SignInInput;
  SignInPayload: SignInPayloadRow;
  RegisterUserInput: RegisterUserInput;
  UpdateUserInput: UpdateUserInput;
  ChangePasswordInput: ChangePasswordInput;
  DeleteUserInput: DeleteUserInput;
  RegisterUserPayload: Omit<RegisterUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UpdateUserPayload: Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ChangePasswordPayload: Omit<ChangePasswordPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  DeleteUserPayload: DeleteUserPayload;
  UserError: UserError;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type QueryResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first' | 'orderBy'>>;
};

export type MutationResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  signIn?: Resolver<Maybe<ResolversTypes['SignInPayload']>, ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  registerUser?: Resolver<Maybe<ResolversTypes['RegisterUserPayload']>, ParentType, ContextType, RequireFields<MutationRegisterUserArgs, 'input'>>;
  updateUser?: Resolver<Maybe<ResolversTypes['UpdateUserPayload']>, ParentType, ContextType, RequireFields<MutationUpdateUserArgs, 'input'>>;
  changePassword?: Resolver<Maybe<ResolversTypes['ChangePasswordPayload']>, ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  deleteUser?: Resolver<Maybe<ResolversTypes['DeleteUserPayload']>, ParentType, ContextType, RequireFields<MutationDeleteUserArgs, 'input'>>;
};

export type UserResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  firstName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RegisterUserPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['RegisterUserPayload'] = ResolversParentTypes['RegisterUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateUserPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['UpdateUserPayload'] = ResolversParentTypes['UpdateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteUserPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['DeleteUserPayload'] = ResolversParentTypes['DeleteUserPayload']> = {
  userId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = UsersContext> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  RegisterUserPayload?: RegisterUserPayloadResolvers<ContextType>;
  UpdateUserPayload?: UpdateUserPayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  DeleteUserPayload?: DeleteUserPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

