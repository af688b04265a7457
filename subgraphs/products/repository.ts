import { pageByParent } from '../../kit/batch.ts';
import { type Edge, type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

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
}

/** That a user likes a product, and since when. */
export interface Like {
  readonly userId: string;
  readonly productId: string;
  readonly likedAt: string;
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

    async findBySymbol(symbol: string): Promise<Product | null> {
      const [row] = await products().where({ symbol });
      return row ? toProduct(row) : null;
    },

    async list(conditions: ProductConditions, page: PageRequest<Product>): Promise<Product[]> {
      const { ids, kind, namePrefix, inStock, minPriceMinor, maxPriceMinor } = conditions;
      const query = products();
      if (ids) query.whereIn('id', ids);
      if (kind) query.where({ kind });
      // Text between the prefix and the prefix with the highest character: an index range, with nothing to escape.
      if (namePrefix) query.whereBetween('name', [namePrefix, `${namePrefix}\u{10ffff}`]);
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
});

const toLike = (row: LikeRow): Like => ({
  userId: row.user_id,
  productId: row.product_id,
  likedAt: fromSqlTime(row.created_at),
});
