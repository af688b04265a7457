import { randomInt } from 'node:crypto';
import { type Outbox, startLoop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, toSqlTime } from '../../kit/database/time.ts';
import type { Logger } from '../../kit/logger.ts';
import { pickUnlimitedProduct } from './copies.ts';
import { orderPlaced } from './events.ts';
import { insertOrders } from './ledger.ts';
import type { OrderFeed } from './repository.ts';
import { makeOrder } from './service.ts';

const MOST = 10;
/** How soon a replica notices that another was told to start the feed. */
const IDLE_MS = 2_000;
const ROW = { id: 1 };

/** What the feed stands on. */
export interface OrderFeedParts {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds from order to order. */
  readonly intervalMs: number;
}

interface FeedRow {
  is_running: number;
  running_since: string | null;
  placed: number;
  due_at: string | null;
}

export type OrderFeedControl = ReturnType<typeof createOrderFeed>;

/** Starts and stops the order feed, for all replicas, and feeds where it is told to. */
export function createOrderFeed({ database, outbox, log, now, intervalMs }: OrderFeedParts) {
  let wake = () => {};
  const readRow = () => database.read('order_feed').where(ROW).first<FeedRow>();
  const read = async () => toFeed(await readRow());

  /** Places the order that is due, unless another replica does: of those who move the moment on, one finds it there. */
  const placeDue = (due: string) =>
    database.transaction(async (trx) => {
      const product = await pickUnlimitedProduct(trx, Math.random());
      // An even pace without a rush after a time in which nobody could feed: intervals follow each other from the start,
      // each has one order, and those that were missed stay without.
      const moment = now();
      const start = Date.parse(fromSqlTime(due));
      const next = start + (Math.floor((moment.getTime() - start) / intervalMs) + 1) * intervalMs;
      const won = await trx('order_feed')
        .where({ ...ROW, is_running: 1, due_at: due })
        .update({ due_at: toSqlTime(new Date(next)), placed: trx.raw('placed + ?', [product ? 1 : 0]) });
      if (won === 0 || !product) return null;
      const order = makeOrder({
        userId: null,
        pricing: 'MARKET',
        lines: [{ productId: product.id, quantity: randomInt(1, MOST + 1) }],
        names: new Map([[product.id, product.name]]),
        now: moment,
      });
      await outbox.add(trx, orderPlaced(order));
      await insertOrders(trx, [order], moment);
      return order.id;
    });

  return {
    read,

    /** Starts it; one that runs goes on at its pace. */
    async start(): Promise<OrderFeed> {
      const moment = toSqlTime(now());
      await database.transaction(
        async (trx) =>
          void (await trx('order_feed')
            .where({ ...ROW, is_running: 0 })
            .update({ is_running: 1, running_since: moment, due_at: moment })),
      );
      wake();
      return read();
    },

    /** Stops it; what it has placed is settled like any order. */
    async stop(): Promise<OrderFeed> {
      const stopped = { is_running: 0, running_since: null, due_at: null };
      await database.transaction(async (trx) => void (await trx('order_feed').where(ROW).update(stopped)));
      return read();
    },

    /** Feeds from this process, as long as the feed runs. Any number of replicas may. */
    run() {
      const loop = startLoop('the order feed', log, async () => {
        const { due_at: due } = await readRow();
        if (due === null) return IDLE_MS;
        const wait = Date.parse(fromSqlTime(due)) - now().getTime();
        if (wait > 0) return Math.min(wait, intervalMs);
        const order = await placeDue(due);
        if (order) log.debug({ order }, `the feed placed order ${order}`);
        return 1;
      });
      wake = loop.wake;
      return loop;
    },
  };
}

const toFeed = ({ is_running, running_since, placed }: FeedRow): OrderFeed => ({
  running: is_running === 1,
  since: running_since && fromSqlTime(running_since),
  placed,
});
