import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Edge, type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { whereStartsWith } from '../../kit/database/prefix.ts';
import { fromSqlTime, isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';

export type ProductKind = 'SERVICE' | 'GOODS';

/** A product of the catalogue. Times are ISO 8601 in UTC, prices in minor units. */
export interface Product {
  readonly id: string;
  readonly symbol: string;
  readonly kind: ProductKind;
  readonly name: string;
  readonly description: string;
  readonly imageUrl: string | null;
  readonly priceMinor: number;
  /** Null is unlimited. */
  readonly stock: number | null;
  readonly likeCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts the changes by hand; neither likes nor orders change it. */
  readonly version: number;
}

/** That a user likes a product, and since when. */
export interface Like {
  readonly userId: string;
  readonly productId: string;
  readonly likedAt: string;
}

/** How many like a product after a like or an unlike. */
export interface LikeState {
  readonly likeCount: number;
  readonly sequence: number;
}

/** A like in a page of a user's likes; its product is looked up only where it is asked for. */
export type LikedProductEdge = Edge<Like>;

/** Conditions on products; all that are given must hold. */
export interface ProductConditions {
  readonly ids?: readonly string[] | undefined;
  readonly kind?: ProductKind | undefined;
  readonly namePrefix?: string | undefined;
  readonly inStock?: boolean | undefined;
  readonly minPriceMinor?: number | undefined;
  readonly maxPriceMinor?: number | undefined;
}

interface ProductRow {
  id: string;
  symbol: string;
  kind: ProductKind;
  name: string;
  description: string;
  image_url: string | null;
  price_minor: number;
  stock: number | null;
  like_count: number;
  created_at: string;
  updated_at: string;
  version: number;
}

interface LikeRow {
  user_id: string;
  product_id: string;
  created_at: string;
}

const PRODUCT_COLUMNS = [
  'id',
  'symbol',
  'kind',
  'name',
  'description',
  'image_url',
  'price_minor',
  'stock',
  'like_count',
  'created_at',
  'updated_at',
  'version',
];
const LIKE_COLUMNS = ['user_id', 'product_id', 'created_at'];

const byId = { column: 'id', type: 'text', value: (product: Product) => product.id } as const;
const byName = { column: 'name', type: 'text', value: (product: Product) => product.name } as const;
const byCreation = {
  column: 'created_at',
  type: 'time',
  value: (product: Product) => isoToSqlTime(product.createdAt),
} as const;
const byPrice = {
  column: 'price_minor',
  type: 'number',
  value: (product: Product) => product.priceMinor,
} as const;
const byLikes = {
  column: 'like_count',
  type: 'number',
  value: (product: Product) => product.likeCount,
} as const;

/** The orders that products can be listed in. */
export const PRODUCT_ORDERS = {
  NAME_ASC: { name: 'products.name.asc', columns: [byName, byId], descending: false },
  CREATED_AT_DESC: { name: 'products.created_at.desc', columns: [byCreation, byId], descending: true },
  PRICE_ASC: { name: 'products.price.asc', columns: [byPrice, byId], descending: false },
  PRICE_DESC: { name: 'products.price.desc', columns: [byPrice, byId], descending: true },
  LIKE_COUNT_DESC: { name: 'products.like_count.desc', columns: [byLikes, byId], descending: true },
} satisfies Record<string, Keyset<Product>>;

/** A user's likes, the latest first. */
export const LIKE_ORDER: Keyset<Like> = {
  name: 'likes.created_at.desc',
  columns: [
    { column: 'created_at', type: 'time', value: (like) => isoToSqlTime(like.likedAt) },
    { column: 'product_id', type: 'text', value: (like) => like.productId },
  ],
  descending: true,
};

export type ProductsRepository = ReturnType<typeof createProductsRepository>;

export function createProductsRepository(database: Database) {
  const products = () => database.read('products').select<ProductRow[]>(PRODUCT_COLUMNS);
  const likes = () => database.read('likes').select<LikeRow[]>(LIKE_COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Product[]> {
      return (await products().whereIn('id', ids)).map(toProduct);
    },

    /** In the order of their ids, those after this one. */
    async listAfter(id: string, limit: number): Promise<Product[]> {
      return (await products().where('id', '>', id).orderBy('id').limit(limit)).map(toProduct);
    },

    async findBySymbol(symbol: string): Promise<Product | null> {
      const [row] = await products().where({ symbol });
      return row ? toProduct(row) : null;
    },

    /** Those of these symbols that a product has. */
    listTakenSymbols: (symbols: readonly string[]): Promise<string[]> =>
      database.read('products').whereIn('symbol', symbols).pluck('symbol'),

    /** Whether a product has this id, or had it once. */
    async isIdUsed(id: string): Promise<boolean> {
      const used = await database.read('used_product_ids').where({ id }).first('id');
      return used !== undefined || (await products().where({ id })).length > 0;
    },

    async list(conditions: ProductConditions, page: PageRequest<Product>): Promise<Product[]> {
      const { ids, kind, namePrefix, inStock, minPriceMinor, maxPriceMinor } = conditions;
      const query = products();
      if (ids) query.whereIn('id', ids);
      if (kind) query.where({ kind });
      if (namePrefix) whereStartsWith(query, 'name', namePrefix);
      if (inStock === true) query.where((either) => either.whereNull('stock').orWhere('stock', '>', 0));
      if (inStock === false) query.where('stock', 0);
      if (minPriceMinor !== undefined) query.where('price_minor', '>=', minPriceMinor);
      if (maxPriceMinor !== undefined) query.where('price_minor', '<=', maxPriceMinor);
      return ((await limitToPage(query, page)) as ProductRow[]).map(toProduct);
    },

    /** A page of each user's likes, in the users' order. */
    async pageLikesByUser(userIds: readonly string[], page: PageRequest<Like>): Promise<Like[][]> {
      const pages = await pageByParent<LikeRow, Like>(
        database,
        userIds,
        page,
        (userId) => likes().where({ user_id: userId }),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toLike));
    },

    /** A user's likes of these products. */
    async listLikesOf(userId: string, productIds: readonly string[]): Promise<Like[]> {
      return (await likes().where({ user_id: userId }).whereIn('product_id', productIds)).map(toLike);
    },

    /** A product, held against other writers until the transaction ends. */
    async lockById(trx: Knex.Transaction, id: string): Promise<Product | null> {
      const row = await trx('products')
        .where({ id })
        .forUpdate()
        .first<ProductRow | undefined>(PRODUCT_COLUMNS);
      return row ? toProduct(row) : null;
    },

    /** @throws a duplicate when the id was chosen before, or its product is gone */
    async insertUsedId(trx: Knex.Transaction, id: string): Promise<void> {
      await trx('used_product_ids').insert({ id });
    },

    /** @throws a duplicate when another product has the id or the symbol */
    async insert(trx: Knex.Transaction, product: Product): Promise<void> {
      await trx('products').insert(toRow(product));
    },

    /**
     * Writes what is changed by hand; likes and what orders take go on beside it.
     *
     * @throws a duplicate when another product has the symbol
     */
    async update(trx: Knex.Transaction, product: Product): Promise<void> {
      const { id, like_count: _likes, created_at: _created, ...columns } = toRow(product);
      await trx('products').where({ id }).update(columns);
    },

    /** Deletes a product together with its likes; the id is given to no other. */
    async delete(trx: Knex.Transaction, id: string): Promise<void> {
      await trx('used_product_ids').insert({ id }).onConflict('id').merge(['id']);
      await trx('products').where({ id }).delete();
    },

    /**
     * Changes how many like a product.
     *
     * @returns how many do now, and the sequence of that change; null when there is no such product
     */
    async addLikes(trx: Knex.Transaction, id: string, change: 1 | -1): Promise<LikeState | null> {
      // The product before the like: whoever likes the same product waits here, instead of in a deadlock.
      const found = await trx('products').where({ id }).increment({ like_count: change, like_version: 1 });
      if (Number(found) === 0) return null;
      const row = await trx('products').where({ id }).first('like_count', 'like_version');
      return { likeCount: row.like_count, sequence: row.like_version };
    },

    /** Holds a user who likes something, or no longer does. @returns whether the user is still there */
    async lockLiker(trx: Knex.Transaction, userId: string): Promise<boolean> {
      await trx('likers').insert({ user_id: userId }).onConflict('user_id').merge(['user_id']);
      const row = await trx('likers').where({ user_id: userId }).first('deleted_at');
      return row.deleted_at === null;
    },

    /** Remembers that a user is gone, once nobody likes anything in that name any more. */
    async deleteLiker(trx: Knex.Transaction, userId: string, at: Date): Promise<void> {
      const deleted_at = toSqlTime(at);
      await trx('likers').insert({ user_id: userId, deleted_at }).onConflict('user_id').merge(['deleted_at']);
    },

    /** @throws a duplicate when the user likes the product already */
    async insertLike(trx: Knex.Transaction, { userId, productId, likedAt }: Like): Promise<void> {
      await trx('likes').insert({
        user_id: userId,
        product_id: productId,
        created_at: isoToSqlTime(likedAt),
      });
    },

    /** @returns whether there was one */
    async deleteLike(trx: Knex.Transaction, userId: string, productId: string): Promise<boolean> {
      return (await trx('likes').where({ user_id: userId, product_id: productId }).delete()) > 0;
    },

    /** The products that a user likes, in the order in which writers lock them. */
    listLikedIds: (trx: Knex.Transaction, userId: string): Promise<string[]> =>
      trx('likes').where({ user_id: userId }).orderBy('product_id').pluck('product_id'),
  };
}

const toProduct = (row: ProductRow): Product => ({
  id: row.id,
  symbol: row.symbol,
  kind: row.kind,
  name: row.name,
  description: row.description,
  imageUrl: row.image_url,
  priceMinor: row.price_minor,
  stock: row.stock,
  likeCount: row.like_count,
  createdAt: fromSqlTime(row.created_at),
  updatedAt: fromSqlTime(row.updated_at),
  version: row.version,
});

const toRow = (product: Product): ProductRow => ({
  id: product.id,
  symbol: product.symbol,
  kind: product.kind,
  name: product.name,
  description: product.description,
  image_url: product.imageUrl,
  price_minor: product.priceMinor,
  stock: product.stock,
  like_count: product.likeCount,
  created_at: isoToSqlTime(product.createdAt),
  updated_at: isoToSqlTime(product.updatedAt),
  version: product.version,
});

const toLike = (row: LikeRow): Like => ({
  userId: row.user_id,
  productId: row.product_id,
  likedAt: fromSqlTime(row.created_at),
});
