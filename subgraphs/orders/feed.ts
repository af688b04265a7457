import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { createTicker, type Outbox, type TickerState } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import { pickUnlimitedProduct } from './copies.ts';
import { orderPlaced } from './events.ts';
import { insertOrders } from './ledger.ts';
import type { OrderFeed } from './repository.ts';
import { makeOrder } from './service.ts';

const MOST = 10;

/** What the feed stands on. */
export interface OrderFeedParts {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds from order to order. */
  readonly intervalMs: number;
}

export type OrderFeedControl = ReturnType<typeof createOrderFeed>;

/** Starts and stops the order feed, for all replicas, and feeds where it is told to. */
export function createOrderFeed({ outbox, ...parts }: OrderFeedParts) {
  /** Gives the number of orders placed: none where everything that is sold could run out. */
  const placeOrder = async (trx: Knex.Transaction, moment: Date) => {
    const product = await pickUnlimitedProduct(trx, Math.random());
    if (!product) return 0;
    const order = makeOrder({
      userId: null,
      pricing: 'MARKET',
      lines: [{ productId: product.id, quantity: randomInt(1, MOST + 1) }],
      names: new Map([[product.id, product.name]]),
      now: moment,
    });
    await outbox.add(trx, orderPlaced(order));
    trx.executionPromise.then(
      () => parts.log.debug({ order: order.id }, `the feed placed order ${order.id}`),
      () => {},
    );
    await insertOrders(trx, [order], moment);
    return 1;
  };
  const ticker = createTicker({
    ...parts,
    what: 'the order feed',
    row: { table: 'order_feed', key: { id: 1 }, counter: 'placed' },
    tick: placeOrder,
  });
  return {
    read: () => ticker.read().then(toFeed),
    start: () => ticker.start().then(toFeed),
    /** What it has placed is settled like any order. */
    stop: () => ticker.stop().then(toFeed),
    run: ticker.run,
  };
}

const toFeed = ({ count, ...state }: TickerState): OrderFeed => ({ ...state, placed: count });
