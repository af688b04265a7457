import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { transactOnce } from '../../kit/database/idempotency.ts';
import { newId } from '../../kit/ids.ts';
import { RejectionError } from '../../kit/rejection.ts';
import { isKnownUser, readProductNames } from './copies.ts';
import {
  notCancellable,
  orderNotFound,
  productNotFound,
  UnknownReferenceError,
  type UserError,
  userNotFound,
} from './errors.ts';
import { orderCancelled, orderPlaced } from './events.ts';
import { type FullOrder, insertOrders, lockOrders, saveOrders } from './ledger.ts';
import type { Order, OrdersRepository } from './repository.ts';
import type { Settlements } from './settlements.ts';
import { checkLines, type WantedLine } from './validation.ts';

/** An order to place. */
export interface Placing {
  /** Whose idempotency key it is. */
  readonly viewerId: string;
  readonly userId: string;
  readonly pricing: Order['pricing'];
  readonly lines: readonly WantedLine[];
  readonly idempotencyKey?: string | null | undefined;
  /** Whether to wait for the order to be settled, as long as `Settlements` does. */
  readonly wait: boolean;
  /** When the request came, in milliseconds since 1970; orders of one request share the time that they may take. */
  readonly askedAt: number;
}

/** An order that was placed; one that was rejected while the caller waited comes with why. */
export interface PlacedOrder {
  readonly order: Order | null;
  readonly userErrors: readonly UserError[];
}

/** What the service stands on. */
export interface OrdersParts {
  readonly database: Database;
  readonly repository: OrdersRepository;
  readonly outbox: Outbox;
  readonly settlements: Settlements;
  readonly now: () => Date;
  /** Milliseconds for which an unknown user or product is looked for again, since copies are a moment behind. */
  readonly patienceMs: number;
}

const LOOK_AGAIN_MS = 50;
/** From the request on; then a gateway would wait no longer for what comes of it. */
const LATEST_MS = 3_500;

export type OrdersService = ReturnType<typeof createOrdersService>;

export function createOrdersService(parts: OrdersParts) {
  const { database, repository, outbox, settlements, now, patienceMs } = parts;

  /** Tries again for a moment where something is not known: the event that tells of it may be on its way. */
  async function patiently<Result>(askedAt: number, work: () => Promise<Result>): Promise<Result> {
    // A later order of a request has its own moment, as long as the request has time for it.
    const end = Math.min(Date.now() + patienceMs, askedAt + LATEST_MS);
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof UnknownReferenceError) || Date.now() >= end) throw error;
        await sleep(LOOK_AGAIN_MS);
      }
    }
  }

  async function refuseUnknown(
    trx: Knex.Transaction,
    { viewerId, userId }: Pick<Placing, 'viewerId' | 'userId'>,
    lines: readonly WantedLine[],
  ) {
    if (!(await isKnownUser(trx, userId, viewerId === userId)))
      throw new UnknownReferenceError([userNotFound]);
    const names = await readProductNames(
      trx,
      lines.map(({ productId }) => productId),
    );
    const faults = lines.flatMap(({ productId }, i) => (names.has(productId) ? [] : productNotFound(i)));
    if (faults.length > 0) throw new UnknownReferenceError(faults);
    return names;
  }

  return {
    async place({
      viewerId,
      userId,
      pricing,
      idempotencyKey,
      wait,
      askedAt,
      ...given
    }: Placing): Promise<PlacedOrder> {
      const { lines, userErrors } = checkLines(given.lines);
      if (userErrors.length > 0) throw new RejectionError(userErrors);
      const input = { userId, pricing, lines };
      const request = { key: idempotencyKey, viewerId, mutation: 'placeOrder', input, now: now() };
      const id = await patiently(askedAt, () =>
        transactOnce(database, request, async (trx) => {
          const names = await refuseUnknown(trx, { viewerId, userId }, lines);
          const order = makeOrder({ userId, pricing, lines, names, now: now() });
          await outbox.add(trx, orderPlaced(order));
          await insertOrders(trx, [order], now());
          return order.id;
        }),
      );
      if (wait) await settlements.waitFor(id, askedAt);
      const [order = null] = await repository.listByIds([id]);
      return { order, userErrors: wait ? explain(order, lines) : [] };
    },

    cancel: (id: string): Promise<Order> =>
      database.transaction(async (trx) => {
        const before = (await lockOrders(trx, [id])).get(id);
        if (!before) throw new RejectionError([orderNotFound]);
        if (before.status === 'REJECTED') throw new RejectionError([notCancellable]);
        if (before.status === 'CANCELLED') return before;
        const after: FullOrder = {
          ...before,
          status: 'CANCELLED',
          updatedAt: now().toISOString(),
          version: before.version + 1,
        };
        await outbox.add(trx, orderCancelled(after));
        await saveOrders(trx, [{ before, after }]);
        return after;
      }),
  };
}

/** What a new order is made of. */
export interface OrderDraft {
  readonly userId: string | null;
  readonly pricing: Order['pricing'];
  readonly lines: readonly WantedLine[];
  /** The products' names, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** A new order, waiting for stock and price. */
export function makeOrder({ userId, pricing, lines, names, now }: OrderDraft): FullOrder {
  const id = newId();
  const createdAt = now.toISOString();
  return {
    id,
    userId,
    status: 'PENDING',
    pricing,
    executionPriceMinor: null,
    createdAt,
    updatedAt: createdAt,
    version: 1,
    rejection: null,
    lines: lines.map(({ productId, quantity }) => ({
      orderId: id,
      productId,
      productName: names.get(productId) as string,
      quantity,
      unitPriceMinor: null,
      executionPriceMinor: null,
    })),
  };
}

/** Why an order was rejected, at the line at fault. */
function explain(order: Order | null, lines: readonly WantedLine[]): UserError[] {
  if (!order?.rejection) return [];
  const { code, message, productId } = order.rejection;
  const line = lines.findIndex((each) => each.productId === productId);
  const field = code === 'INSUFFICIENT_STOCK' ? 'quantity' : 'productId';
  return [{ code, message, path: line < 0 ? ['lines'] : ['lines', String(line), field] }];
}
