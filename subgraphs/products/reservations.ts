import type { Knex } from 'knex';
import { bulkInsert, type SqlValue } from '../../kit/database/bulk-insert.ts';
import { bulkUpsert } from '../../kit/database/bulk-upsert.ts';
import { toSqlTime } from '../../kit/database/time.ts';

/** What was taken of one product for an order. */
export interface TakenLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  /** Whether it came off a stock, to which it goes back. */
  readonly isLimited: boolean;
}

/** Why nothing was taken. */
export interface Refusal {
  readonly code: 'INSUFFICIENT_STOCK' | 'PRODUCT_NOT_FOUND';
  readonly productId: string;
  readonly message: string;
}

/** What became of an order's wish for stock, the last time that it was asked for or given back. */
export type Reservation = { readonly orderId: string; readonly round: number } & (
  | { readonly status: 'RESERVED'; readonly outcome: readonly TakenLine[] }
  | { readonly status: 'REFUSED'; readonly outcome: Refusal }
  | { readonly status: 'RELEASED'; readonly outcome: null }
);

/** What a reservation needs to know of a product. */
export interface Shelf {
  readonly id: string;
  readonly name: string;
  readonly priceMinor: number;
  /** Null is unlimited. */
  readonly stock: number | null;
}

/** The reservations of these orders, held until the transaction ends. */
export async function lockReservations(
  trx: Knex.Transaction,
  orderIds: readonly string[],
): Promise<Map<string, Reservation>> {
  const rows: { order_id: string; round: number; status: string; outcome: string | null }[] = await trx(
    'reservations',
  )
    .whereIn('order_id', [...orderIds].sort())
    .orderBy('order_id')
    .forUpdate()
    .select('order_id', 'round', 'status', 'outcome');
  return new Map(
    rows.map(({ order_id: orderId, outcome, ...row }) => [
      orderId,
      { orderId, ...row, outcome: outcome && JSON.parse(outcome) } as Reservation,
    ]),
  );
}

/** These products, held until the transaction ends; in the order of their ids, since any other order deadlocks. */
export async function lockShelves(
  trx: Knex.Transaction,
  productIds: readonly string[],
): Promise<Map<string, Shelf>> {
  const rows: { id: string; name: string; price_minor: number; stock: number | null }[] = await trx(
    'products',
  )
    .whereIn('id', [...productIds].sort())
    .orderBy('id')
    .forUpdate()
    .select('id', 'name', 'price_minor', 'stock');
  return new Map(
    rows.map(({ id, name, price_minor, stock }) => [id, { id, name, priceMinor: price_minor, stock }]),
  );
}

/** Takes pieces off the shelves, by product. */
export async function takeStock(trx: Knex.Transaction, pieces: ReadonlyMap<string, number>): Promise<void> {
  for (const [id, quantity] of [...pieces].sort(byKey)) {
    const taken = await trx('products')
      .where({ id })
      .where('stock', '>=', quantity)
      .decrement('stock', quantity);
    if (Number(taken) !== 1) throw new Error(`the stock of product ${id} changed while it was held`);
  }
}

/** Puts pieces back, by product; not where the product is gone, or has no limit by now. */
export async function returnStock(trx: Knex.Transaction, pieces: ReadonlyMap<string, number>): Promise<void> {
  for (const [id, quantity] of [...pieces].sort(byKey)) {
    await trx('products').where({ id }).whereNotNull('stock').increment('stock', quantity);
  }
}

/**
 * Writes reservations: those that were held are changed, others are new.
 *
 * @throws a duplicate when an order that had no reservation has one by now
 */
export async function saveReservations(
  trx: Knex.Transaction,
  reservations: readonly Reservation[],
  held: ReadonlyMap<string, Reservation>,
  now: Date,
): Promise<void> {
  const sorted = [...reservations].sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
  const rowOf = ({ orderId, round, status, outcome }: Reservation) => [
    orderId,
    toSqlTime(now),
    round,
    status,
    outcome && JSON.stringify(outcome),
  ];
  const [changed, added] = [true, false].map((isHeld) =>
    sorted.filter(({ orderId }) => held.has(orderId) === isHeld).map(rowOf),
  ) as [SqlValue[][], SqlValue[][]];
  const set = ['round', 'status', 'outcome'];
  await bulkInsert(trx, 'reservations', ['order_id', 'created_at', ...set], added);
  await bulkUpsert(trx, 'reservations', { key: ['order_id'], keep: ['created_at'], set }, changed);
}

const byKey = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1);
