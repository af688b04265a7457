import type { Knex } from 'knex';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import { bulkUpsert } from '../../kit/database/bulk-upsert.ts';
import type { Database } from '../../kit/database/database.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import { newId } from '../../kit/ids.ts';
import { REPORT_KINDS, type ReportKind } from './kinds.ts';
import { type Occurrence, tally } from './tally.ts';

/** Something that happened, as it was told. */
export interface Entry extends Occurrence {
  /** The same whenever the same thing is told again. */
  readonly key: string;
}

interface EntryRow {
  entry_key: string;
  kind: Occurrence['kind'];
  category: Occurrence['category'];
  location: number | null;
  occurred_at: string;
}

const ENTRY_COLUMNS = ['entry_key', 'kind', 'category', 'location', 'occurred_at', 'recorded_at', 'batch'];
const COUNTER_KEY = ['kind', 'category', 'period', 'slot'];

/** Entries that one transaction prunes. */
export const PRUNED_AT_ONCE = 500;

/** Counts what was not counted before; in a transaction of the caller's, to whose end the kinds' counters are held. */
export async function record(trx: Knex.Transaction, entries: readonly Entry[], now: Date): Promise<void> {
  await grow(trx, await enter(trx, entries, now), ['counted']);
}

/** Writes entries, and gives those whose key was not there. */
async function enter(trx: Knex.Transaction, entries: readonly Entry[], now: Date): Promise<Entry[]> {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const keys = [...byKey.keys()].sort();
  const batch = newId();
  const recordedAt = toSqlTime(now);
  const rows = keys.map((key) => {
    const { kind, category, location, occurredAt } = byKey.get(key) as Entry;
    return [key, kind, category, location, occurredAt, recordedAt, batch];
  });
  // An entry that another transaction is writing is waited for. Which ones are ours, the insert itself does not say.
  await bulkInsert(trx, 'report_entries', ENTRY_COLUMNS, rows, 'ignore');
  const ours: string[] = await trx('report_entries')
    .whereIn('entry_key', keys)
    .where({ batch })
    .pluck('entry_key');
  return ours.map((key) => byKey.get(key) as Entry);
}

/** Adds occurrences to their counters: to all that they count, to those that are pruned, or both. */
export async function grow(
  trx: Knex.Transaction,
  occurrences: readonly Occurrence[],
  columns: readonly ('counted' | 'pruned')[],
): Promise<void> {
  if (occurrences.length === 0) return;
  await hold(trx, new Set(occurrences.map(({ kind }) => kind)));
  const rows = tally(occurrences).map(([kind, category, period, slot, count]) => [
    kind,
    category,
    period,
    slot,
    ...columns.map(() => count),
  ]);
  await bulkUpsert(trx, 'report_counters', { key: COUNTER_KEY, add: columns }, rows);
}

/**
 * Holds the kinds against all others who count, by one row of each. The handlers of several messages may share a
 * transaction, in any order: without this, two of them could each wait for a counter of the other.
 */
async function hold(trx: Knex.Transaction, kinds: ReadonlySet<ReportKind>): Promise<void> {
  for (const kind of [...kinds].sort()) {
    // The whole key, since a search for several rows may hold others on its way.
    const [category] = REPORT_KINDS[kind].categories;
    const key = { kind, category, period: 'TOTAL', slot: '' };
    await trx('report_counters').where(key).forUpdate().first('kind');
  }
}

/**
 * Forgets some of the entries from before a moment: what is told again after that is counted again. The counters keep
 * how many that are, so that they can be recounted all the same.
 *
 * @returns how many; PRUNED_AT_ONCE when there may be more
 */
export const pruneSome = (database: Database, before: Date): Promise<number> =>
  database.transaction(async (trx) => {
    const rows: EntryRow[] = await trx('report_entries')
      .where('recorded_at', '<', toSqlTime(before))
      .orderBy(['recorded_at', 'entry_key'])
      .limit(PRUNED_AT_ONCE)
      .forUpdate()
      .select('entry_key', 'kind', 'category', 'location', 'occurred_at');
    if (rows.length === 0) return 0;
    // Entries first, as in `record`: who holds the counters waits for no entry.
    const keys = rows.map((row) => row.entry_key).sort();
    await trx('report_entries').whereIn('entry_key', keys).delete();
    const occurrences = rows.map((row): Occurrence => ({ ...row, occurredAt: row.occurred_at }));
    await grow(trx, occurrences, ['pruned']);
    return rows.length;
  });
