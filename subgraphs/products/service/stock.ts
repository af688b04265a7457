import type { Knex } from 'knex';
import {
  done,
  type OutcomeOf,
  type ReceivedOf,
  type ReleaseStock,
  type ReserveStock,
  refused,
} from '../../../events/index.ts';
import {
  lockReservations,
  lockShelves,
  type Refusal,
  type Reservation,
  returnStock,
  type Shelf,
  saveReservations,
  type TakenLine,
  takeStock,
} from '../reservations.ts';

type Reserve = ReceivedOf<typeof ReserveStock>;
type Release = ReceivedOf<typeof ReleaseStock>;

export type StockService = ReturnType<typeof createStockService>;

/** Carries out what others ask of the stock: many orders in one transaction, each of them all or nothing. */
export function createStockService(now: () => Date) {
  return {
    async reserve(commands: readonly Reserve[], trx: Knex.Transaction) {
      const known = await lockReservations(trx, commands.map(orderOf));
      const fresh = new Map(
        commands
          .filter((each) => isFresh(each, known.get(orderOf(each))))
          .map((each) => [orderOf(each), each]),
      );
      const wanted = [...fresh.values()].flatMap(({ payload }) => payload.lines);
      const shelves = await lockShelves(trx, [...new Set(wanted.map(({ productId }) => productId))]);
      const taken = new Map<string, number>();
      const made = [...fresh.values()].map((each) => reserveOrder(each, shelves, taken));
      await takeStock(trx, taken);
      await saveReservations(trx, made, known, now());
      const all = new Map([...known, ...made.map((each) => [each.orderId, each] as const)]);
      return commands.map((each) => answerOf(all.get(orderOf(each)) as Reservation));
    },

    async release(commands: readonly Release[], trx: Knex.Transaction) {
      const rounds = new Map<string, number>();
      for (const { subjectId, payload } of commands) {
        rounds.set(subjectId, Math.max(payload.round, rounds.get(subjectId) ?? 0));
      }
      const known = await lockReservations(trx, [...rounds.keys()]);
      const returned = new Map<string, number>();
      const released: Reservation[] = [];
      for (const [orderId, round] of rounds) {
        const reservation = known.get(orderId);
        // What is asked for by now is not meant by what comes late.
        if (reservation && reservation.round > round) continue;
        if (reservation?.status === 'RESERVED') {
          for (const line of reservation.outcome) if (line.isLimited) addPieces(returned, line);
        }
        released.push({ orderId, round, status: 'RELEASED', outcome: null });
      }
      await returnStock(trx, returned);
      await saveReservations(trx, released, known, now());
      return commands.map(() => done({}));
    },
  };
}

/** Whether a command asks for what was not asked before, or was given back since. */
const isFresh = ({ payload }: Reserve, known: Reservation | undefined) =>
  !known || (known.status !== 'RESERVED' && payload.round > known.round);

const orderOf = ({ subjectId }: { readonly subjectId: string }) => subjectId;

/** Decides one order on the held shelves, less what the orders before it take. */
function reserveOrder(
  { subjectId: orderId, payload: { lines, round } }: Reserve,
  shelves: ReadonlyMap<string, Shelf>,
  taken: Map<string, number>,
): Reservation {
  const wanted = new Map<string, number>();
  for (const line of lines) addPieces(wanted, line);
  for (const [productId, quantity] of wanted) {
    const refusal = refuse(productId, quantity, shelves.get(productId), taken.get(productId) ?? 0);
    if (refusal) return { orderId, round, status: 'REFUSED', outcome: refusal };
  }
  const outcome = lines.map(({ productId, quantity }): TakenLine => {
    const { priceMinor, stock } = shelves.get(productId) as Shelf;
    return { productId, quantity, unitPriceMinor: priceMinor, isLimited: stock !== null };
  });
  for (const line of outcome) if (line.isLimited) addPieces(taken, line);
  return { orderId, round, status: 'RESERVED', outcome };
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

function answerOf({ status, outcome }: Reservation): OutcomeOf<typeof ReserveStock> {
  if (status === 'RESERVED') return done({ lines: outcome.map(({ isLimited: _, ...line }) => line) });
  return status === 'REFUSED'
    ? refused(outcome.code, outcome.message, outcome.productId)
    : refused('RELEASED', 'The order was called off.');
}
