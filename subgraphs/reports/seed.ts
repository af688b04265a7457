import type { Knex } from 'knex';
import { bulkUpsert } from '../../kit/database/bulk-upsert.ts';
import { readCsv } from '../../kit/database/csv.ts';
import { choose, draw, type Seed, secondsAfter, seedOwners } from '../../kit/database/seed.ts';
import { REPORT_KINDS } from './kinds.ts';
import { type Occurrence, slotOf, tally } from './tally.ts';

const FOLDER = new URL('../../sql/reports/', import.meta.url);
const KEY = ['kind', 'category', 'period', 'slot'];
/** What is counted but has no entry: history, as after pruning. */
const COUNTS = ['counted', 'pruned'];
/** Owners have a minute each, back from here, which is before all that the sample data count. */
const END = '2024-01-01T00:00:00.000Z';

/** The counters of the sample data's happenings; at scale, those of a minute for each owner. */
export const seed: Seed = {
  async demo(trx) {
    const { columns, rows } = readCsv(FOLDER, 'occurrences');
    const [kind, category, location, occurredAt] = ['kind', 'category', 'location', 'occurred_at'].map(
      (name) => columns.indexOf(name),
    ) as [number, number, number, number];
    const occurrences = rows.map((row) => ({
      kind: row[kind],
      category: row[category],
      location: row[location],
      occurredAt: row[occurredAt],
    }));
    await addCounters(trx, countersOf(occurrences as unknown as Occurrence[]));
  },

  async atScale(database, scale, progress) {
    // Without happenings there is no row to tell which owners are done, and nothing to do.
    if (scale.perOwner === 0) return progress(scale.owners, 0);
    const happenings = (owner: number) => occurrencesOf(owner, scale.perOwner);
    const isMinute = ([, , period]: readonly unknown[]) => period === 'MINUTE';
    await seedOwners(
      database,
      scale,
      [
        {
          table: 'report_counters',
          columns: [...KEY, ...COUNTS],
          rowsOf: (owner) => countersOf(happenings(owner)).filter(isMinute),
        },
      ],
      async (owner) =>
        (await database
          .read('report_counters')
          .where({ kind: 'DETECTIONS', period: 'MINUTE', slot: slotOf.MINUTE(minuteOf(owner)) })
          .whereIn('category', REPORT_KINDS.DETECTIONS.categories)
          .first('slot')) !== undefined,
      progress,
      // The counters that owners have in common.
      (trx, owners) =>
        addCounters(
          trx,
          countersOf(owners.flatMap(happenings)).filter((row) => !isMinute(row)),
        ),
    );
  },
};

const countersOf = (occurrences: readonly Occurrence[]) =>
  tally(occurrences).map((row) => [...row, row[4]] as const);

const addCounters = (trx: Knex.Transaction, rows: ReturnType<typeof countersOf>) =>
  bulkUpsert(trx, 'report_counters', { key: KEY, add: COUNTS }, rows);

const minuteOf = (owner: number) => secondsAfter(END, -60 * owner);

/** So many detections of an owner, and as many events of units. */
function occurrencesOf(owner: number, perOwner: number): Occurrence[] {
  const occurredAt = minuteOf(owner);
  return Array.from({ length: perOwner }, (_, n) => n).flatMap((n) =>
    (['DETECTIONS', 'UNIT_EVENTS'] as const).map((kind, i) => ({
      kind,
      category: choose(owner, 4 * n + i, REPORT_KINDS[kind].categories),
      location: 1 + draw(owner, 4 * n + 2 + i, 100),
      occurredAt,
    })),
  );
}
