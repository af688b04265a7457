// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Product as ProductRow, LikedProductEdge as LikedProductEdgeRow } from './repository.ts';
import type { EntityReference } from '../../kit/server/subgraph.ts';
import type { ProductsContext } from './context.ts';
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
  /** An address on the web. */
  URL: { input: URL; output: string; }
  /** A decimal number as text, so that no float rounds it on the way. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** A product by id. Null when there is none. */
  readonly product?: Maybe<Product>;
  /** A product by its symbol. Null when there is none. */
  readonly productBySymbol?: Maybe<Product>;
  /** The catalogue, a page at a time. */
  readonly products?: Maybe<ProductConnection>;
};


export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductBySymbolArgs = {
  symbol: Scalars['String']['input'];
};


export type QueryProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  orderBy?: InputMaybe<ProductOrder>;
};

export type Mutation = {
  /** Adds a product to the catalogue. */
  readonly createProduct?: Maybe<CreateProductPayload>;
  /** Changes what is given of a product, all of it or nothing; pieces come on top of its stock by `restockProduct`. */
  readonly updateProduct?: Maybe<UpdateProductPayload>;
  /** Takes a product out of the catalogue, with its likes. Orders keep its name. */
  readonly deleteProduct?: Maybe<DeleteProductPayload>;
  /** Puts more of a product on the shelf, takes some off, or says how many there are. */
  readonly restockProduct?: Maybe<RestockProductPayload>;
  /** Likes a product, as the user whose token is sent; once. */
  readonly likeProduct?: Maybe<LikeProductPayload>;
  /** Takes a like back. */
  readonly unlikeProduct?: Maybe<UnlikeProductPayload>;
};


export type MutationCreateProductArgs = {
  input: CreateProductInput;
};


export type MutationUpdateProductArgs = {
  input: UpdateProductInput;
};


export type MutationDeleteProductArgs = {
  input: DeleteProductInput;
};


export type MutationRestockProductArgs = {
  input: RestockProductInput;
};


export type MutationLikeProductArgs = {
  input: LikeProductInput;
};


export type MutationUnlikeProductArgs = {
  input: UnlikeProductInput;
};

/** What is sold: a service that can be subscribed to, or goods. */
export type Product = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Three of A-Z and 0-9; unique. */
  readonly symbol: Scalars['String']['output'];
  /** Service or goods. */
  readonly kind: ProductKind;
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What it is, in a sentence. */
  readonly description: Scalars['String']['output'];
  /** A picture of it. */
  readonly imageUrl?: Maybe<Scalars['URL']['output']>;
  /** What one of it costs. */
  readonly price: Money;
  /** How many are left; null when there is no limit. */
  readonly stock?: Maybe<Scalars['Int']['output']>;
  /** Whether one can be bought now. */
  readonly inStock: Scalars['Boolean']['output'];
  /** How many users like it. */
  readonly likeCount: Scalars['Int']['output'];
  /** Whether the user whose token is sent likes it; null without a token. */
  readonly viewerLikes?: Maybe<Scalars['Boolean']['output']>;
  /** When it was added to the catalogue. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes by hand: pass it back, and a change that somebody else made meanwhile is not overwritten. */
  readonly version: Scalars['Int']['output'];
};

/** A customer, or whoever else signs in. */
export type User = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The products that the user likes, the latest like first. */
  readonly likedProducts?: Maybe<LikedProductConnection>;
};


/** A customer, or whoever else signs in. */
export type UserLikedProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Service or goods. */
export type ProductKind =
  /** Can be subscribed to. */
  | 'SERVICE'
  /** Is bought by the piece. */
  | 'GOODS';

/** Conditions on products; all that are given must hold. */
export type ProductFilter = {
  /** One of these ids, at most 100. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Services or goods. */
  readonly kind?: InputMaybe<ProductKind>;
  /** Names that begin so, in the same case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
  /** True: what can be bought now. False: what is sold out. */
  readonly inStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** At least this price. */
  readonly minPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most this price. */
  readonly maxPrice?: InputMaybe<Scalars['Decimal']['input']>;
};

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

/** A page of products. */
export type ProductConnection = {
  /** The products of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ProductEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A product in a list. */
export type ProductEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The product. */
  readonly node?: Maybe<Product>;
};

/** A page of the products that a user likes. */
export type LikedProductConnection = {
  /** The products of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LikedProductEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A product that a user likes. */
export type LikedProductEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The product. */
  readonly node?: Maybe<Product>;
  /** Since when the user likes it. */
  readonly likedAt: Scalars['DateTime']['output'];
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

/** A product to add. */
export type CreateProductInput = {
  /** The product's id; one that another product has, or ever had, is taken. Without it, a new one is made. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Three of A-Z and 0-9; unique. Without it, a free one is drawn. */
  readonly symbol?: InputMaybe<Scalars['String']['input']>;
  /** Service or goods. */
  readonly kind: ProductKind;
  /** What it is called, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What it is, at most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** A picture of it: an http or https address of at most 2,000 characters. */
  readonly imageUrl?: InputMaybe<Scalars['String']['input']>;
  /** What one of it costs, 0 to 1000000.00, with two decimals at most. */
  readonly price: Scalars['Decimal']['input'];
  /** How many there are, at most 1,000,000,000; null is without limit. */
  readonly stock?: InputMaybe<Scalars['Int']['input']>;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, adds no second product. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** The product that was added, or why none was. */
export type CreateProductPayload = {
  /** The product. */
  readonly product?: Maybe<Product>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a product; what is absent stays. */
export type UpdateProductInput = {
  /** Which product. */
  readonly id: Scalars['ID']['input'];
  /** The version that was read: when the product has another by now, nothing changes and CONFLICT tells. Without it, the last one wins. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
  /** As in `CreateProductInput`. */
  readonly symbol?: InputMaybe<Scalars['String']['input']>;
  /** As in `CreateProductInput`. */
  readonly kind?: InputMaybe<ProductKind>;
  /** As in `CreateProductInput`. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** As in `CreateProductInput`. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** As in `CreateProductInput`; null removes it. */
  readonly imageUrl?: InputMaybe<Scalars['String']['input']>;
  /** As in `CreateProductInput`. */
  readonly price?: InputMaybe<Scalars['Decimal']['input']>;
  /** How many there are from now on, 0 to 1,000,000,000; without it, or with null, the stock stays. */
  readonly stock?: InputMaybe<Scalars['Int']['input']>;
};

/** The product as it is now, or why it did not change. */
export type UpdateProductPayload = {
  /** The product. */
  readonly product?: Maybe<Product>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A product to delete. */
export type DeleteProductInput = {
  /** Which product. */
  readonly id: Scalars['ID']['input'];
  /** As in `UpdateProductInput`. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** What was deleted, or why nothing was. */
export type DeleteProductPayload = {
  /** The id of the product that is gone. */
  readonly productId?: Maybe<Scalars['ID']['output']>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A new stock: `add` or `stock`, one of them. */
export type RestockProductInput = {
  /** Which product. */
  readonly id: Scalars['ID']['input'];
  /** As in `UpdateProductInput`. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
  /** How many come on top; negative takes that many off, as far as there are so many. */
  readonly add?: InputMaybe<Scalars['Int']['input']>;
  /** How many there are from now on, 0 to 1,000,000,000; null is without limit, where `add` is left out. */
  readonly stock?: InputMaybe<Scalars['Int']['input']>;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, adds nothing twice. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** The product with its new stock, or why that did not change. */
export type RestockProductPayload = {
  /** The product. */
  readonly product?: Maybe<Product>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A product to like. */
export type LikeProductInput = {
  /** Which product. */
  readonly productId: Scalars['ID']['input'];
};

/** The product with its likes, or why there is no like. */
export type LikeProductPayload = {
  /** The product. */
  readonly product?: Maybe<Product>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A product to like no more. */
export type UnlikeProductInput = {
  /** Which product. */
  readonly productId: Scalars['ID']['input'];
};

/** The product with its likes, or why there was nothing to take back. */
export type UnlikeProductPayload = {
  /** The product. */
  readonly product?: Maybe<Product>;
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
  /** A text is too long. */
  | 'TOO_LONG'
  /** A text does not have the form that is asked for. */
  | 'INVALID_FORMAT'
  /** A number or a day is too small or too large. */
  | 'OUT_OF_RANGE'
  /** Another product has this symbol. */
  | 'SYMBOL_TAKEN'
  /** This id is given away, and ids are given once. */
  | 'ID_TAKEN'
  /** There is no product with this id. */
  | 'PRODUCT_NOT_FOUND'
  /** There is no user with this id. */
  | 'USER_NOT_FOUND'
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
  Product: Product;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Product: ResolverTypeWrapper<ProductRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  User: ResolverTypeWrapper<EntityReference>;
  ProductKind: ProductKind;
  ProductFilter: ProductFilter;
  ProductOrder: ProductOrder;
  ProductConnection: ResolverTypeWrapper<Omit<ProductConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ProductEdge']> }>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node?: Maybe<ResolversTypes['Product']> }>;
  LikedProductConnection: ResolverTypeWrapper<Omit<LikedProductConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['LikedProductEdge']> }>;
  LikedProductEdge: ResolverTypeWrapper<LikedProductEdgeRow>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Money: ResolverTypeWrapper<Money>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  CreateProductInput: CreateProductInput;
  CreateProductPayload: ResolverTypeWrapper<Omit<CreateProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  UpdateProductInput: UpdateProductInput;
  UpdateProductPayload: ResolverTypeWrapper<Omit<UpdateProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  DeleteProductInput: DeleteProductInput;
  DeleteProductPayload: ResolverTypeWrapper<DeleteProductPayload>;
  RestockProductInput: RestockProductInput;
  RestockProductPayload: ResolverTypeWrapper<Omit<RestockProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  LikeProductInput: LikeProductInput;
  LikeProductPayload: ResolverTypeWrapper<Omit<LikeProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  UnlikeProductInput: UnlikeProductInput;
  UnlikeProductPayload: ResolverTypeWrapper<Omit<UnlikeProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  URL: Scalars['URL']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Product: ProductRow;
  Boolean: Scalars['Boolean']['output'];
  User: EntityReference;
  ProductFilter: ProductFilter;
  ProductConnection: Omit<ProductConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ProductEdge']> };
  ProductEdge: Omit<ProductEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Product']> };
  LikedProductConnection: Omit<LikedProductConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['LikedProductEdge']> };
  LikedProductEdge: LikedProductEdgeRow;
  Decimal: Scalars['Decimal']['output'];
  Money: Money;
  PageInfo: PageInfo;
  CreateProductInput: CreateProductInput;
  CreateProductPayload: Omit<CreateProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  UpdateProductInput: UpdateProductInput;
  UpdateProductPayload: Omit<UpdateProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  DeleteProductInput: DeleteProductInput;
  DeleteProductPayload: DeleteProductPayload;
  RestockProductInput: RestockProductInput;
  RestockProductPayload: Omit<RestockProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  LikeProductInput: LikeProductInput;
  LikeProductPayload: Omit<LikeProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  UnlikeProductInput: UnlikeProductInput;
  UnlikeProductPayload: Omit<UnlikeProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  UserError: UserError;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type QueryResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'id'>>;
  productBySymbol?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductBySymbolArgs, 'symbol'>>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<QueryProductsArgs, 'first' | 'orderBy'>>;
};

export type MutationResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createProduct?: Resolver<Maybe<ResolversTypes['CreateProductPayload']>, ParentType, ContextType, RequireFields<MutationCreateProductArgs, 'input'>>;
  updateProduct?: Resolver<Maybe<ResolversTypes['UpdateProductPayload']>, ParentType, ContextType, RequireFields<MutationUpdateProductArgs, 'input'>>;
  deleteProduct?: Resolver<Maybe<ResolversTypes['DeleteProductPayload']>, ParentType, ContextType, RequireFields<MutationDeleteProductArgs, 'input'>>;
  restockProduct?: Resolver<Maybe<ResolversTypes['RestockProductPayload']>, ParentType, ContextType, RequireFields<MutationRestockProductArgs, 'input'>>;
  likeProduct?: Resolver<Maybe<ResolversTypes['LikeProductPayload']>, ParentType, ContextType, RequireFields<MutationLikeProductArgs, 'input'>>;
  unlikeProduct?: Resolver<Maybe<ResolversTypes['UnlikeProductPayload']>, ParentType, ContextType, RequireFields<MutationUnlikeProductArgs, 'input'>>;
};

export type ProductResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  symbol?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProductKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  inStock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  likeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerLikes?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  likedProducts?: Resolver<Maybe<ResolversTypes['LikedProductConnection']>, ParentType, ContextType, RequireFields<UserLikedProductsArgs, 'first'>>;
};

export type ProductConnectionResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
};

export type LikedProductConnectionResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['LikedProductConnection'] = ResolversParentTypes['LikedProductConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LikedProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LikedProductEdgeResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['LikedProductEdge'] = ResolversParentTypes['LikedProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  likedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MoneyResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateProductPayloadResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['CreateProductPayload'] = ResolversParentTypes['CreateProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateProductPayloadResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['UpdateProductPayload'] = ResolversParentTypes['UpdateProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteProductPayloadResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['DeleteProductPayload'] = ResolversParentTypes['DeleteProductPayload']> = {
  productId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestockProductPayloadResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['RestockProductPayload'] = ResolversParentTypes['RestockProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LikeProductPayloadResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['LikeProductPayload'] = ResolversParentTypes['LikeProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnlikeProductPayloadResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['UnlikeProductPayload'] = ResolversParentTypes['UnlikeProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ProductsContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ProductsContext> = {
  DateTime?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  LikedProductConnection?: LikedProductConnectionResolvers<ContextType>;
  LikedProductEdge?: LikedProductEdgeResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  CreateProductPayload?: CreateProductPayloadResolvers<ContextType>;
  UpdateProductPayload?: UpdateProductPayloadResolvers<ContextType>;
  DeleteProductPayload?: DeleteProductPayloadResolvers<ContextType>;
  RestockProductPayload?: RestockProductPayloadResolvers<ContextType>;
  LikeProductPayload?: LikeProductPayloadResolvers<ContextType>;
  UnlikeProductPayload?: UnlikeProductPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

