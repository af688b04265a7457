import type { Knex } from 'knex';
import { bulkUpsert } from '../../kit/database/bulk-upsert.ts';
import { isoToSqlTime } from '../../kit/database/time.ts';
import type { OrderStatus } from './repository.ts';

/** What the kept totals count of an order. */
export interface CountedOrder {
  readonly userId: string | null;
  readonly executionPriceMinor: number | null;
  /** When it was placed; ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly lines: readonly { readonly productId: string; readonly quantity: number }[];
}

/** A step of an order from one status to the next; `before` is null when it has just been placed. */
export interface Transition {
  readonly before: { readonly status: OrderStatus; readonly order: CountedOrder } | null;
  readonly after: { readonly status: OrderStatus; readonly order: CountedOrder };
}

/** What changes of one status's totals. */
interface StatusChange {
  orders: number;
  readonly gained: number[];
  readonly lost: number[];
}

/**
 * Keeps purchases, sales and metrics right, in the transaction in which the orders change and after they did. Rows are
 * written in the order of their keys, and the fewer a table has, the later it comes: everybody waits for them.
 */
export async function countTransitions(
  trx: Knex.Transaction,
  transitions: readonly Transition[],
): Promise<void> {
  const bought = transitions
    .filter(({ after }) => after.status === 'CONFIRMED')
    .map(({ after }) => after.order);
  const returned = transitions.flatMap(({ before }) => (before?.status === 'CONFIRMED' ? before.order : []));
  await addPurchases(trx, bought);
  await takeBackPurchases(trx, returned);
  await addSales(trx, bought);
  await takeBackSales(trx, returned);
  await addMetrics(trx, transitions);
}

/** Adds what confirmed orders sold to the kept sales of each product. */
export async function addSales(
  trx: Knex.Transaction,
  orders: readonly Pick<CountedOrder, 'lines'>[],
): Promise<void> {
  const pieces = sumBy(orders.flatMap(({ lines }) => lines.map((line) => [line.productId, line.quantity])));
  await bulkUpsert(trx, 'product_sales', { key: ['product_id'], add: ['units_sold'] }, pieces);
}

async function addPurchases(trx: Knex.Transaction, orders: readonly CountedOrder[]) {
  const rows = purchasesOf(orders).map((each) => [each.userId, each.productId, each.quantity, each.lastAt]);
  const key = ['user_id', 'product_id'];
  await bulkUpsert(trx, 'purchases', { key, add: ['quantity'], raise: ['last_purchased_at'] }, rows);
}

async function takeBackPurchases(trx: Knex.Transaction, orders: readonly CountedOrder[]) {
  for (const { userId, productId, quantity } of purchasesOf(orders)) {
    const purchase = () => trx('purchases').where({ user_id: userId, product_id: productId });
    await purchase().decrement('quantity', quantity);
    if ((await purchase().where({ quantity: 0 }).delete()) > 0) continue;
    // The row is held by now: another order of it is settled before, and is seen here, or after, and renews this.
    const latest = await findLatest(trx, userId, productId);
    if (latest !== undefined) await purchase().update({ last_purchased_at: latest });
  }
}

/** When the latest of a user's confirmed orders was placed that holds a product. */
const findLatest = async (
  trx: Knex.Transaction,
  userId: string,
  productId: string,
): Promise<string | undefined> =>
  (
    await trx('orders')
      .join('order_lines', 'order_lines.order_id', 'orders.id')
      .where({ user_id: userId, status: 'CONFIRMED', product_id: productId })
      .orderBy('created_at', 'desc')
      .first('created_at')
  )?.created_at;

/** What users bought of products in these orders, and when last, in the order of the kept rows' keys. */
function purchasesOf(orders: readonly CountedOrder[]) {
  const sums = new Map<string, { userId: string; productId: string; quantity: number; lastAt: string }>();
  for (const { userId, createdAt, lines } of orders) {
    if (userId === null) continue;
    const at = isoToSqlTime(createdAt);
    for (const { productId, quantity } of lines) {
      const key = `${userId} ${productId}`;
      const sum = sums.get(key) ?? { userId, productId, quantity: 0, lastAt: at };
      sum.quantity += quantity;
      if (at > sum.lastAt) sum.lastAt = at;
      sums.set(key, sum);
    }
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

async function takeBackSales(trx: Knex.Transaction, orders: readonly CountedOrder[]) {
  for (const { productId, quantity } of inOrder(orders.flatMap(({ lines }) => lines)))
    await trx('product_sales').where({ product_id: productId }).decrement('units_sold', quantity);
}

const inOrder = (lines: CountedOrder['lines']) =>
  lines.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));

/** Adds steps of orders to the kept metrics of their statuses. */
export async function addMetrics(trx: Knex.Transaction, transitions: readonly Transition[]): Promise<void> {
  const changes = new Map<OrderStatus, StatusChange>();
  const changeOf = (status: OrderStatus) => {
    const change = changes.get(status) ?? { orders: 0, gained: [], lost: [] };
    changes.set(status, change);
    return change;
  };
  for (const { before, after } of transitions) {
    const to = changeOf(after.status);
    to.orders += 1;
    if (after.order.executionPriceMinor !== null) to.gained.push(after.order.executionPriceMinor);
    if (!before) continue;
    const from = changeOf(before.status);
    from.orders -= 1;
    if (before.order.executionPriceMinor !== null) from.lost.push(before.order.executionPriceMinor);
  }
  for (const status of [...changes.keys()].sort()) {
    await changeMetrics(trx, status, changes.get(status) as StatusChange);
  }
}

async function changeMetrics(
  trx: Knex.Transaction,
  status: OrderStatus,
  { orders, gained, lost }: StatusChange,
): Promise<void> {
  const priced = gained.length - lost.length;
  const sum = sumOf(gained) - sumOf(lost);
  const least = leastOf(gained);
  const most = mostOf(gained);
  await trx('order_metrics')
    .insert({
      status,
      order_count: orders,
      priced_count: priced,
      price_sum_minor: sum,
      price_min_minor: least,
      price_max_minor: most,
    })
    .onConflict('status')
    .merge({
      order_count: plus(trx, 'order_metrics.order_count', orders),
      priced_count: plus(trx, 'order_metrics.priced_count', priced),
      price_sum_minor: plus(trx, 'order_metrics.price_sum_minor', sum),
      // The least and the most of no price would erase those that are kept.
      ...(least !== null && { price_min_minor: beyond(trx, 'order_metrics.price_min_minor', '<', least) }),
      ...(most !== null && { price_max_minor: beyond(trx, 'order_metrics.price_max_minor', '>', most) }),
    });
  if (lost.length > 0) await renewExtremes(trx, status, lost);
}

/** Looks the least and the most up again where the order that was one of them is gone. */
async function renewExtremes(trx: Knex.Transaction, status: OrderStatus, lost: readonly number[]) {
  const kept = await trx('order_metrics').where({ status }).first('price_min_minor', 'price_max_minor');
  if (!lost.includes(kept.price_min_minor) && !lost.includes(kept.price_max_minor)) return;
  const [found] = await trx('orders')
    .where({ status })
    .min({ price_min_minor: 'execution_price_minor' })
    .max({ price_max_minor: 'execution_price_minor' });
  await trx('order_metrics').where({ status }).update(found);
}

const sumOf = (prices: readonly number[]) => prices.reduce((total, price) => total + price, 0);
const leastOf = (prices: readonly number[]) => prices.reduce<number | null>(lesser, null);
const mostOf = (prices: readonly number[]) => prices.reduce<number | null>(greater, null);
const lesser = (a: number | null, b: number) => (a === null || b < a ? b : a);
const greater = (a: number | null, b: number) => (a === null || b > a ? b : a);

/** The sum for each key, in the order of the keys. */
function sumBy(parts: readonly (string | number)[][]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [key, value] of parts as readonly [string, number][])
    sums.set(key, (sums.get(key) ?? 0) + value);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

const plus = (trx: Knex.Transaction, column: string, value: number) => trx.raw('?? + ?', [column, value]);

/** The column where it lies beyond a value, else the value. (The databases name LEAST and GREATEST differently.) */
const beyond = (trx: Knex.Transaction, column: string, operator: '<' | '>', value: number) =>
  trx.raw(`CASE WHEN ?? ${operator} ? THEN ?? ELSE ? END`, [column, value, column, value]);
