import type { Knex } from 'knex';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import { bulkUpsert } from '../../kit/database/bulk-upsert.ts';
import type { Database } from '../../kit/database/database.ts';
import { isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';
import {
  LINE_COLUMNS,
  ORDER_COLUMNS,
  type Order,
  type OrderLine,
  type OrderLineRow,
  type OrderRow,
  toLine,
  toOrder,
} from './repository.ts';
import { countTransitions, type Transition } from './totals.ts';

/** An order with its lines, as it is written. */
export interface FullOrder extends Order {
  readonly lines: readonly OrderLine[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When an order is told of again that is still pending then: in as long as it has waited, from a minute to an hour. */
function tellAt({ createdAt }: Order, now: Date): string {
  const age = now.getTime() - Date.parse(createdAt);
  return toSqlTime(new Date(now.getTime() + Math.min(Math.max(age, MINUTE_MS), HOUR_MS)));
}

const toToldValues = (order: Order, now: Date) => [...toOrderValues(order), tellAt(order, now)];

/** Writes new orders, which are being told of, and counts them. */
export async function insertOrders(
  trx: Knex.Transaction,
  orders: readonly FullOrder[],
  now: Date,
): Promise<void> {
  const rows = orders.map((order) => toToldValues(order, now));
  await bulkInsert(trx, 'orders', [...ORDER_COLUMNS, 'tell_at'], rows);
  await bulkInsert(trx, 'order_lines', [...LINE_COLUMNS, 'line_number'], orders.flatMap(toLineValues));
  await countTransitions(
    trx,
    orders.map((order) => ({ before: null, after: { status: order.status, order } })),
  );
}

/** The orders that it is time to tell of again, those that are overdue longest first. */
export async function listUnsettled(database: Database, now: Date, limit: number): Promise<string[]> {
  const pending = () => database.read('orders').where({ status: 'PENDING' }).limit(limit);
  // One after the other, since the index does not serve both at once.
  const untimed = await narrowToUntimed(pending(), now).pluck('id');
  const due = await narrowToDue(pending(), now).orderBy('tell_at').pluck('id');
  return [...untimed, ...due].slice(0, limit);
}

/** Of these orders, those that nobody has settled or told of meanwhile; held, and not due again before their time. */
export async function claimUnsettled(
  trx: Knex.Transaction,
  ids: readonly string[],
  now: Date,
): Promise<FullOrder[]> {
  const held = await lockOrders(trx, ids);
  const due: string[] = await trx('orders')
    .where({ status: 'PENDING' })
    .whereIn('id', ids)
    .where((either) => narrowToDue(either, now).orWhere((other) => narrowToUntimed(other, now)))
    .pluck('id');
  const orders = due.map((id) => held.get(id) as FullOrder);
  const [id, ...keep] = ORDER_COLUMNS as [string, ...string[]];
  const rows = orders.map((order) => toToldValues(order, now));
  await bulkUpsert(trx, 'orders', { key: [id], keep, set: ['tell_at'] }, rows);
  return orders;
}

const narrowToDue = (orders: Knex.QueryBuilder, now: Date): Knex.QueryBuilder =>
  orders.where('tell_at', '<=', toSqlTime(now));

/** Those of processes of an older version, which do not say when to tell of an order again. */
const narrowToUntimed = (orders: Knex.QueryBuilder, now: Date): Knex.QueryBuilder =>
  orders.whereNull('tell_at').where('created_at', '<=', toSqlTime(new Date(now.getTime() - MINUTE_MS)));

/** Orders with their lines, held until the transaction ends. */
export async function lockOrders(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, FullOrder>> {
  const sorted = [...new Set(ids)].sort();
  const orders: OrderRow[] = await trx('orders')
    .whereIn('id', sorted)
    .orderBy('id')
    .forUpdate()
    .select(ORDER_COLUMNS);
  const lines: OrderLineRow[] = await trx('order_lines')
    .whereIn('order_id', sorted)
    .orderBy(['order_id', 'line_number'])
    .select(LINE_COLUMNS);
  const linesOf = Map.groupBy(lines.map(toLine), ({ orderId }) => orderId);
  return new Map(orders.map((row) => [row.id, { ...toOrder(row), lines: linesOf.get(row.id) ?? [] }]));
}

/** An order before and after a change; the one before is held. */
export interface Change {
  readonly before: FullOrder;
  readonly after: FullOrder;
}

/** Writes orders that have reached another status, with their prices, and counts them. */
export async function saveOrders(trx: Knex.Transaction, changes: readonly Change[]): Promise<void> {
  const orders = changes.map(({ after }) => after).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [id, ...set] = ORDER_COLUMNS as [string, ...string[]];
  await bulkUpsert(trx, 'orders', { key: [id], set }, orders.map(toOrderValues));
  const priced = changes.filter(
    ({ before, after }) => before.executionPriceMinor !== after.executionPriceMinor,
  );
  await savePrices(
    trx,
    priced.map(({ after }) => after),
  );
  await countTransitions(
    trx,
    changes.map(
      ({ before, after }): Transition => ({
        before: { status: before.status, order: before },
        after: { status: after.status, order: after },
      }),
    ),
  );
}

async function savePrices(trx: Knex.Transaction, orders: readonly FullOrder[]): Promise<void> {
  const rows = orders.flatMap(({ id, lines }) =>
    lines.map((line, i) => [
      id,
      i + 1,
      line.productId,
      line.productName,
      line.quantity,
      line.unitPriceMinor,
      line.executionPriceMinor,
    ]),
  );
  const key = ['order_id', 'line_number'];
  const keep = ['product_id', 'product_name', 'quantity'];
  const set = ['unit_price_minor', 'execution_price_minor'];
  await bulkUpsert(trx, 'order_lines', { key, keep, set }, rows);
}

/** Takes a deleted user off the orders, and forgets what the user bought. */
export async function forgetUser(trx: Knex.Transaction, userId: string): Promise<void> {
  await trx('orders').where({ user_id: userId }).update({ user_id: null });
  await trx('purchases').where({ user_id: userId }).delete();
}

/** In the order of ORDER_COLUMNS. */
const toOrderValues = (order: Order) => [
  order.id,
  order.userId,
  order.status,
  order.pricing,
  order.executionPriceMinor,
  isoToSqlTime(order.createdAt),
  isoToSqlTime(order.updatedAt),
  order.version,
  order.rejection?.code ?? null,
  order.rejection?.message ?? null,
  order.rejection?.productId ?? null,
];

/** In the order of LINE_COLUMNS, then the line number. */
const toLineValues = ({ lines }: FullOrder) =>
  lines.map((line, i) => [
    line.orderId,
    line.productId,
    line.productName,
    line.quantity,
    line.unitPriceMinor,
    line.executionPriceMinor,
    i + 1,
  ]);
