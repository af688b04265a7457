import { type Loop, startLoop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import type { Logger } from '../../kit/logger.ts';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 600_000;
/** Deleted in one transaction, so that nobody waits long for its locks. */
const BATCH = 500;

/**
 * What becomes old. No count of unread ones changes with it. The calls of third parties stay: a step that comes again
 * must find them.
 */
const KINDS = [
  { table: 'notifications', where: { is_read: 1 } },
  { table: 'webhook_deliveries', where: { kind: 'NOTIFICATION', state: 'DELIVERED' } },
];

/**
 * Deletes notifications that were read, and what is known of their webhooks, so many days after they were sent. Any
 * number of processes may.
 */
export function startRetention(database: Database, days: number, log: Logger, now: () => Date): Loop {
  return startLoop('deleting old notifications', log, async () => {
    const before = toSqlTime(new Date(now().getTime() - days * DAY_MS));
    let isMore = false;
    for (const { table, where } of KINDS) {
      const rows = database.read(table).where(where).where('created_at', '<', before);
      const ids: string[] = await rows.limit(BATCH).pluck('id');
      if (ids.length > 0)
        await database.transaction(
          async (trx) => void (await trx(table).whereIn('id', ids.toSorted()).delete()),
        );
      isMore ||= ids.length === BATCH;
    }
    return isMore ? 0 : LOOK_EVERY_MS;
  });
}
