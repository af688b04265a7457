import type { Knex } from 'knex';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { toSqlTime } from '../../kit/database/time.ts';

const PRUNED_AT_ONCE = 1_000;

/** Which of these messages a group has handled. */
export async function listHandled(
  trx: Knex.Transaction,
  consumer: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(
    await trx('event_inbox').where({ consumer }).whereIn('event_id', ids).pluck<string[]>('event_id'),
  );
}

/** Records that a group has handled messages; fails when another transaction did so meanwhile. */
export async function recordHandled(
  trx: Knex.Transaction,
  consumer: string,
  ids: readonly string[],
  now: Date,
  onDuplicate: 'fail' | 'ignore' = 'fail',
): Promise<void> {
  const handledAt = toSqlTime(now);
  const rows = ids.map((id) => [consumer, id, handledAt]);
  await bulkInsert(trx, 'event_inbox', ['consumer', 'event_id', 'handled_at'], rows, onDuplicate);
}

/**
 * Forgets what was handled before a moment: a duplicate that arrives later would take effect again.
 *
 * @returns the number of records deleted
 */
export async function pruneInbox(database: Database, before: Date): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = await database.transaction((trx) => pruneSome(trx, toSqlTime(before)));
    total += deleted;
    if (deleted === 0) return total;
  }
}

/** A slice by time, since a DELETE with LIMIT is not portable. */
async function pruneSome(trx: Knex.Transaction, before: string): Promise<number> {
  const expired = () => trx('event_inbox').where('handled_at', '<', before);
  const last = await expired().orderBy('handled_at').offset(PRUNED_AT_ONCE).first('handled_at');
  return last ? trx('event_inbox').where('handled_at', '<=', last.handled_at).delete() : expired().delete();
}
