import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

export const ORDER_STATUSES = ['PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** An order without its lines. Times are ISO 8601 in UTC, amounts in minor units. */
export interface Order {
  readonly id: string;
  readonly userId: string | null;
  readonly status: OrderStatus;
  readonly pricing: 'LIST' | 'MARKET';
  readonly executionPriceMinor: number | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Why it was rejected; null for all others. */
  readonly rejection: OrderRejection | null;
}

/** Why an order was rejected. */
export interface OrderRejection {
  readonly code: 'INSUFFICIENT_STOCK' | 'PRODUCT_NOT_FOUND' | 'NOT_FULFILLED';
  /** For a person. */
  readonly message: string;
  /** The product at fault. */
  readonly productId: string | null;
}

/** The state of the order feed. */
export interface OrderFeed {
  readonly running: boolean;
  readonly since: string | null;
  readonly placed: number;
}

/** One product of an order. */
export interface OrderLine {
  readonly orderId: string;
  readonly productId: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPriceMinor: number | null;
  readonly executionPriceMinor: number | null;
}

/** What a user bought of a product in all. */
export interface Purchase {
  readonly userId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly lastPurchasedAt: string;
}

/** What was sold of a product in all. */
export interface Sales {
  readonly productId: string;
  readonly unitsSold: number;
}

/** The kept totals over the orders of one status; sum, least and most over those that have an execution price. */
export interface StatusTotals {
  readonly orderCount: number;
  readonly pricedCount: number;
  readonly priceSumMinor: number;
  readonly priceMinMinor: number | null;
  readonly priceMaxMinor: number | null;
}

/** The kept totals of every status. */
export type OrderMetrics = Readonly<Record<OrderStatus, StatusTotals>>;

/** Conditions on orders; all that are given must hold. Times as the database stores them. */
export interface OrderConditions {
  readonly status?: OrderStatus | undefined;
  readonly placedFrom?: string | undefined;
  readonly placedBefore?: string | undefined;
}

/** An order as it is stored. */
export interface OrderRow {
  id: string;
  user_id: string | null;
  status: OrderStatus;
  pricing: 'LIST' | 'MARKET';
  execution_price_minor: number | null;
  created_at: string;
  updated_at: string;
  version: number;
  rejection_code: OrderRejection['code'] | null;
  rejection_message: string | null;
  rejected_product_id: string | null;
}

/** A line as it is stored. */
export interface OrderLineRow {
  order_id: string;
  product_id: string;
  product_name: string;
  quantity: number;
  unit_price_minor: number | null;
  execution_price_minor: number | null;
}

interface PurchaseRow {
  user_id: string;
  product_id: string;
  quantity: number;
  last_purchased_at: string;
}

interface MetricsRow {
  status: OrderStatus;
  order_count: number;
  priced_count: number;
  price_sum_minor: number;
  price_min_minor: number | null;
  price_max_minor: number | null;
}

export const ORDER_COLUMNS = [
  'id',
  'user_id',
  'status',
  'pricing',
  'execution_price_minor',
  'created_at',
  'updated_at',
  'version',
  'rejection_code',
  'rejection_message',
  'rejected_product_id',
];
export const LINE_COLUMNS = [
  'order_id',
  'product_id',
  'product_name',
  'quantity',
  'unit_price_minor',
  'execution_price_minor',
];
const PURCHASE_COLUMNS = ['user_id', 'product_id', 'quantity', 'last_purchased_at'];

const byCreation = {
  column: 'created_at',
  type: 'time',
  value: (order: Order) => isoToSqlTime(order.createdAt),
} as const;
const byId = { column: 'id', type: 'text', value: (order: Order) => order.id } as const;

/** The orders that orders can be listed in. */
export const ORDER_ORDERS = {
  CREATED_AT_ASC: { name: 'orders.created_at.asc', columns: [byCreation, byId], descending: false },
  CREATED_AT_DESC: { name: 'orders.created_at.desc', columns: [byCreation, byId], descending: true },
} satisfies Record<string, Keyset<Order>>;

/** A user's purchases, the latest first. */
export const PURCHASE_ORDER: Keyset<Purchase> = {
  name: 'purchases.last_purchased_at.desc',
  columns: [
    {
      column: 'last_purchased_at',
      type: 'time',
      value: (purchase) => isoToSqlTime(purchase.lastPurchasedAt),
    },
    { column: 'product_id', type: 'text', value: (purchase) => purchase.productId },
  ],
  descending: true,
};

const NO_ORDERS: StatusTotals = {
  orderCount: 0,
  pricedCount: 0,
  priceSumMinor: 0,
  priceMinMinor: null,
  priceMaxMinor: null,
};

export type OrdersRepository = ReturnType<typeof createOrdersRepository>;

export function createOrdersRepository(database: Database) {
  const orders = () => database.read('orders').select<OrderRow[]>(ORDER_COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Order[]> {
      return (await orders().whereIn('id', ids)).map(toOrder);
    },

    async list(conditions: OrderConditions, page: PageRequest<Order>): Promise<Order[]> {
      const query = limitToPage(narrow(orders(), conditions), page);
      return ((await query) as OrderRow[]).map(toOrder);
    },

    /** A page of each user's orders, in the users' order. */
    async pageByUser(
      userIds: readonly string[],
      page: PageRequest<Order>,
      conditions: OrderConditions = {},
    ): Promise<Order[][]> {
      const pages = await pageByParent<OrderRow & { user_id: string }, Order>(
        database,
        userIds,
        page,
        (userId) => narrow(orders().where({ user_id: userId }), conditions),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toOrder));
    },

    /** The lines of orders, each order's by line number. */
    async listLines(orderIds: readonly string[]): Promise<OrderLine[]> {
      const rows = await database
        .read('order_lines')
        .select<OrderLineRow[]>(LINE_COLUMNS)
        .whereIn('order_id', orderIds)
        .orderBy(['order_id', 'line_number']);
      return rows.map(toLine);
    },

    /** A page of each user's purchases, in the users' order. */
    async pagePurchasesByUser(
      userIds: readonly string[],
      page: PageRequest<Purchase>,
    ): Promise<Purchase[][]> {
      const pages = await pageByParent<PurchaseRow, Purchase>(
        database,
        userIds,
        page,
        // An older version that runs beside this one leaves a row of none.
        (userId) =>
          database
            .read('purchases')
            .select(PURCHASE_COLUMNS)
            .where({ user_id: userId })
            .where('quantity', '>', 0),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toPurchase));
    },

    /** What was sold of products; none for a product that was never sold. */
    async listSales(productIds: readonly string[]): Promise<Sales[]> {
      const rows = await database
        .read('product_sales')
        .select<{ product_id: string; units_sold: number }[]>('product_id', 'units_sold')
        .whereIn('product_id', productIds);
      return rows.map((row) => ({ productId: row.product_id, unitsSold: row.units_sold }));
    },

    async readMetrics(): Promise<OrderMetrics> {
      const rows = await database.read('order_metrics').select<MetricsRow[]>();
      const totals = new Map(rows.map((row) => [row.status, toTotals(row)]));
      const entries = ORDER_STATUSES.map((status) => [status, totals.get(status) ?? NO_ORDERS]);
      return Object.fromEntries(entries) as OrderMetrics;
    },
  };
}

function narrow(
  query: Knex.QueryBuilder,
  { status, placedFrom, placedBefore }: OrderConditions,
): Knex.QueryBuilder {
  if (status) query.where({ status });
  if (placedFrom) query.where('created_at', '>=', placedFrom);
  if (placedBefore) query.where('created_at', '<', placedBefore);
  return query;
}

/** An order of its row. */
export const toOrder = (row: OrderRow): Order => ({
  id: row.id,
  userId: row.user_id,
  status: row.status,
  pricing: row.pricing,
  executionPriceMinor: row.execution_price_minor,
  createdAt: fromSqlTime(row.created_at),
  updatedAt: fromSqlTime(row.updated_at),
  version: row.version,
  rejection: row.rejection_code && {
    code: row.rejection_code,
    message: row.rejection_message ?? '',
    productId: row.rejected_product_id,
  },
});

/** A line of its row. */
export const toLine = (row: OrderLineRow): OrderLine => ({
  orderId: row.order_id,
  productId: row.product_id,
  productName: row.product_name,
  quantity: row.quantity,
  unitPriceMinor: row.unit_price_minor,
  executionPriceMinor: row.execution_price_minor,
});

const toPurchase = (row: PurchaseRow): Purchase => ({
  userId: row.user_id,
  productId: row.product_id,
  quantity: row.quantity,
  lastPurchasedAt: fromSqlTime(row.last_purchased_at),
});

const toTotals = (row: MetricsRow): StatusTotals => ({
  orderCount: row.order_count,
  pricedCount: row.priced_count,
  priceSumMinor: row.price_sum_minor,
  priceMinMinor: row.price_min_minor,
  priceMaxMinor: row.price_max_minor,
});
