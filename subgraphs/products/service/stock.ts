import type { Knex } from 'knex';
import {
  type Message,
  type Outbox,
  type ReceivedOf,
  type ReleaseStock,
  type ReserveStock,
  StockNotReserved,
  StockReleased,
  StockReserved,
} from '../../../events/index.ts';
import {
  insertReservations,
  lockReservations,
  lockShelves,
  type Refusal,
  type Reservation,
  releaseReservations,
  returnStock,
  type Shelf,
  type TakenLine,
  takeStock,
} from '../reservations.ts';

type Reserve = ReceivedOf<typeof ReserveStock>;
type Release = ReceivedOf<typeof ReleaseStock>;

export type StockService = ReturnType<typeof createStockService>;

/** Carries out what others ask of the stock: many orders in one transaction, each of them all or nothing. */
export function createStockService(outbox: Outbox, now: () => Date) {
  return {
    async reserve(commands: readonly Reserve[], trx: Knex.Transaction): Promise<void> {
      const known = await lockReservations(trx, commands.map(orderOf));
      const fresh = [...new Map(commands.map((each) => [orderOf(each), each])).values()].filter(
        (each) => !known.has(orderOf(each)),
      );
      const productIds = new Set(fresh.flatMap(({ payload }) => payload.lines.map((line) => line.productId)));
      const shelves = await lockShelves(trx, [...productIds]);
      const taken = new Map<string, number>();
      const made = fresh.map((each) => reserveOrder(each, shelves, taken));
      await takeStock(trx, taken);
      await insertReservations(trx, made, now());
      for (const each of made) known.set(each.orderId, each);
      const replies = commands.map((each) => replyTo(each, known.get(orderOf(each)) as Reservation));
      await outbox.add(trx, ...replies);
    },

    async release(commands: readonly Release[], trx: Knex.Transaction): Promise<void> {
      const orderIds = [...new Set(commands.map(orderOf))];
      const known = await lockReservations(trx, orderIds);
      const returned = new Map<string, number>();
      for (const { status, outcome } of known.values()) {
        if (status === 'RESERVED') for (const line of outcome) if (line.isLimited) addPieces(returned, line);
      }
      await returnStock(trx, returned);
      await releaseReservations(trx, [...known.keys()]);
      const unknown = orderIds.filter((orderId) => !known.has(orderId));
      const early = unknown.map((orderId) => ({ orderId, status: 'RELEASED', outcome: null }) as const);
      await insertReservations(trx, early, now());
      const replies = commands.map((cause) =>
        StockReleased.message({ id: orderOf(cause), payload: {}, cause }),
      );
      await outbox.add(trx, ...replies);
    },
  };
}

const orderOf = ({ subjectId }: { readonly subjectId: string }) => subjectId;

/** Decides one order on the held shelves, less what the orders before it take. */
function reserveOrder(
  { subjectId: orderId, payload }: Reserve,
  shelves: ReadonlyMap<string, Shelf>,
  taken: Map<string, number>,
): Reservation {
  const wanted = new Map<string, number>();
  for (const line of payload.lines) addPieces(wanted, line);
  for (const [productId, quantity] of wanted) {
    const refusal = refuse(productId, quantity, shelves.get(productId), taken.get(productId) ?? 0);
    if (refusal) return { orderId, status: 'REFUSED', outcome: refusal };
  }
  const outcome = payload.lines.map(({ productId, quantity }): TakenLine => {
    const { priceMinor, stock } = shelves.get(productId) as Shelf;
    return { productId, quantity, unitPriceMinor: priceMinor, isLimited: stock !== null };
  });
  for (const line of outcome) if (line.isLimited) addPieces(taken, line);
  return { orderId, status: 'RESERVED', outcome };
}

function refuse(
  productId: string,
  quantity: number,
  shelf: Shelf | undefined,
  taken: number,
): Refusal | null {
  if (!shelf)
    return { code: 'PRODUCT_NOT_FOUND', productId, message: 'There is no product with this id any more.' };
  if (shelf.stock === null || shelf.stock - taken >= quantity) return null;
  const message = `Only ${shelf.stock - taken} of ${shelf.name} are in stock.`;
  return { code: 'INSUFFICIENT_STOCK', productId, message };
}

function addPieces(to: Map<string, number>, line: { readonly productId: string; readonly quantity: number }) {
  to.set(line.productId, (to.get(line.productId) ?? 0) + line.quantity);
}

function replyTo(cause: Reserve, reservation: Reservation): Message {
  const id = reservation.orderId;
  if (reservation.status === 'RESERVED') {
    const lines = reservation.outcome.map(({ isLimited: _, ...line }) => line);
    return StockReserved.message({ id, payload: { lines }, cause });
  }
  const payload =
    reservation.status === 'REFUSED'
      ? reservation.outcome
      : { code: 'RELEASED' as const, productId: null, message: 'The order was called off.' };
  return StockNotReserved.message({ id, payload, cause });
}
