import { type Loop, type Outbox, startLoop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import { orderPlaced } from './events.ts';
import { claimUnsettled, listUnsettled } from './ledger.ts';

/** So few and so seldom that orders which only wait in a long queue make it hardly longer. */
const BATCH = 100;
const LOOK_EVERY_MS = 1_000;

/** What the reminder stands on. */
export interface ReminderParts {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Tells again of orders that stay pending: what is published before anybody's queue is there reaches nobody, and nobody
 * would ever settle the order. It is the same message again, which changes nothing for those who heard it. Any number of
 * processes may.
 */
export function startReminder({ database, outbox, log, now }: ReminderParts): Loop {
  return startLoop('telling again of orders that stay pending', log, async () => {
    const ids = await listUnsettled(database, now(), BATCH);
    if (ids.length > 0) {
      const orders = await database.transaction(async (trx) => {
        const claimed = await claimUnsettled(trx, ids, now());
        await outbox.add(trx, ...claimed.map(orderPlaced));
        return claimed;
      });
      if (orders.length > 0) log.info({ orders: orders.length }, 'told again of orders that stay pending');
    }
    return LOOK_EVERY_MS;
  });
}
