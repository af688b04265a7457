import { describe, expect, it } from 'vitest';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { admin } from '../../../kit/testing/subgraph.ts';
import { countsOf, type ReportsOnBus, startReports, tell, vehicle } from './reports-on-bus.ts';

const countEntries = async ({ reports }: ReportsOnBus) => {
  const [row] = await reports.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM report_entries', []);
  return Number(row?.n);
};

const recount = ({ reports: { subgraph, database } }: ReportsOnBus) => subgraph.recount(database);

describe('entries', () => {
  it('are pruned when they are old, by all who can at once; the counters stay, and are recounted all the same', async () => {
    await using place = await provideDatabase();
    const env = { ...place.settings, SEED: 'none', REPORTS_ENTRY_DAYS: '30' };
    const minutes = `{ report(kind: DETECTIONS) { total byLocation { location count }
      perDay(from: "2026-02-03T00:00:00Z", to: "2026-02-05T00:00:00Z") { start count } } }`;
    const readAll = async ({ reports }: ReportsOnBus) => reports.execute(minutes, { viewer: admin });
    let before: unknown;
    {
      await using first = await startReports(env, () => new Date('2026-02-05T00:00:00Z'));
      // More than are pruned at once.
      await first.publish(...Array.from({ length: 1_200 }, (_, n) => tell(`run-${n}/report`)));
      await first.settled();
      before = await readAll(first);
      expect(await countEntries(first)).toBe(1_200);
    }
    const later = () => new Date('2026-03-07T00:00:01Z');
    await using second = await startReports(env, later);
    await second.publish(tell('run-x/report'));
    await using third = await startReports(env, later);
    await second.settled();
    await expect.poll(() => countEntries(second), { timeout: 10_000 }).toBe(1);
    expect(await countsOf(third, 'DETECTIONS')).toMatchObject({ VEHICLE: 1_201 });
    expect(await recount(second)).toEqual([]);
    expect(before).toMatchObject({ data: { report: { total: 1_200 } } });
    expect(await readAll(second)).toMatchObject({
      data: { report: { total: 1_201, byLocation: [{ location: 7, count: 1_201 }] } },
    });
  });

  it('are kept while a step may be tried again', async () => {
    await using place = await provideDatabase();
    const env = { ...place.settings, SEED: 'none', REPORTS_ENTRY_DAYS: '30' };
    {
      await using first = await startReports(env, () => new Date('2026-02-05T00:00:00Z'));
      await first.publish(tell('run-1/report'));
      await first.settled();
    }
    await using later = await startReports(env, () => new Date('2026-03-06T23:59:59Z'));
    await later.publish(tell('run-1/report', vehicle, 2));
    await later.settled();
    expect(await countsOf(later, 'DETECTIONS')).toMatchObject({ VEHICLE: 1 });
    expect(await countEntries(later)).toBe(1);
  });
});

describe('a recount', () => {
  it('finds each counter that is not what its entries come to', async () => {
    await using on = await startReports();
    await on.publish(tell('run-1/report'), tell('run-2/report'));
    await on.settled();
    expect(await recount(on)).toEqual([]);
    await on.reports.database.transaction(async (trx) => {
      await trx('report_counters').where({ kind: 'DETECTIONS', period: 'TOTAL' }).increment('counted', 1);
      await trx('report_counters').where({ kind: 'DETECTIONS', period: 'MINUTE' }).delete();
      await trx('report_entries').where({ entry_key: 'detection/run-2/report' }).update({ location: 8 });
    });
    const drifts = (await recount(on)).toSorted((a, b) => (a.what < b.what ? -1 : 1));
    expect(drifts).toEqual([
      { what: 'DETECTIONS ANIMAL by TOTAL', kept: 1, counted: 0 },
      { what: 'DETECTIONS FIRE by TOTAL', kept: 1, counted: 0 },
      { what: 'DETECTIONS PERSON by TOTAL', kept: 1, counted: 0 },
      { what: 'DETECTIONS VEHICLE by LOCATION 7', kept: 2, counted: 1 },
      { what: 'DETECTIONS VEHICLE by LOCATION 8', kept: 0, counted: 1 },
      { what: 'DETECTIONS VEHICLE by MINUTE 2026-02-03 04:05', kept: 0, counted: 2 },
      { what: 'DETECTIONS VEHICLE by TOTAL', kept: 3, counted: 2 },
    ]);
  });
});
