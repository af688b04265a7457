import { type Loop, startLoop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import type { Logger } from '../../kit/logger.ts';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 600_000;
/** Deleted in one transaction, so that nobody waits long for its locks. */
const BATCH = 500;

/** Deletes notifications that were read, so many days after they were sent. Any number of processes may. */
export function startRetention(database: Database, days: number, log: Logger, now: () => Date): Loop {
  return startLoop('deleting old notifications', log, async () => {
    const before = toSqlTime(new Date(now().getTime() - days * DAY_MS));
    const old: string[] = await database
      .read('notifications')
      .where({ is_read: 1 })
      .where('created_at', '<', before)
      .limit(BATCH)
      .pluck('id');
    // What was read stays so: no count of unread ones changes.
    if (old.length > 0)
      await database.transaction(
        async (trx) => void (await trx('notifications').whereIn('id', old.toSorted()).delete()),
      );
    return old.length === BATCH ? 0 : LOOK_EVERY_MS;
  });
}
