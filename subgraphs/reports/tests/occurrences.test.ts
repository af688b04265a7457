import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordOccurrence } from '../../../events/index.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { admin } from '../../../kit/testing/subgraph.ts';
import { countsOf, type ReportsOnBus, startReports, tell, vehicle } from './reports-on-bus.ts';

let on: ReportsOnBus;
beforeEach(async () => {
  on = await startReports();
});
afterEach(() => on[Symbol.asyncDispose]());

const NOTHING = { VEHICLE: 0, PERSON: 0, ANIMAL: 0, FIRE: 0 };

describe('an occurrence', () => {
  it('is counted in total, at its minute, on its day and at its location, and answered', async () => {
    await on.publish(
      tell('run-1/report'),
      tell('run-2/report', { ...vehicle, category: 'FIRE' }),
      tell('run-3/report', { ...vehicle, occurredAt: '2026-02-04T00:00:00Z', location: 9 }),
      tell('run-4/report', {
        kind: 'UNIT_EVENT',
        category: 'OFF_LINE',
        location: 9,
        occurredAt: vehicle.occurredAt,
      }),
    );
    await on.settled();
    const query = `{
      detections: report(kind: DETECTIONS) { ...Figures fires: perDay(from: "2026-02-03T00:00:00Z", to: "2026-02-05T00:00:00Z", category: FIRE) { count } }
      unitEvents: report(kind: UNIT_EVENTS) { ...Figures }
    }
    fragment Figures on Report {
      kind total byCategory { category count } byLocation { location count }
      perMinute(from: "2026-02-03T04:04:00Z", to: "2026-02-03T04:07:00Z") { start count }
      perDay(from: "2026-02-03T23:00:00Z", to: "2026-02-04T01:00:00Z") { start count }
    }`;
    const minutes = (count: number) => [
      { start: '2026-02-03T04:04:00.000Z', count: 0 },
      { start: '2026-02-03T04:05:00.000Z', count },
      { start: '2026-02-03T04:06:00.000Z', count: 0 },
    ];
    const days = (first: number, second: number) => [
      { start: '2026-02-03T00:00:00.000Z', count: first },
      { start: '2026-02-04T00:00:00.000Z', count: second },
    ];
    expect(await on.reports.execute(query, { viewer: admin })).toEqual({
      data: {
        detections: {
          kind: 'DETECTIONS',
          total: 3,
          byCategory: [
            { category: 'VEHICLE', count: 2 },
            { category: 'PERSON', count: 0 },
            { category: 'ANIMAL', count: 0 },
            { category: 'FIRE', count: 1 },
          ],
          byLocation: [
            { location: 7, count: 2 },
            { location: 9, count: 1 },
          ],
          perMinute: minutes(2),
          perDay: days(2, 1),
          fires: [{ count: 1 }, { count: 0 }],
        },
        unitEvents: {
          kind: 'UNIT_EVENTS',
          total: 1,
          byCategory: [
            { category: 'UP', count: 0 },
            { category: 'DOWN', count: 0 },
            { category: 'OFF_LINE', count: 1 },
            { category: 'LOW_VOLTAGE', count: 0 },
          ],
          byLocation: [{ location: 9, count: 1 }],
          perMinute: minutes(1),
          perDay: days(1, 0),
        },
      },
    });
    await expect.poll(() => on.replies.length).toBe(4);
    expect(on.replies.map(({ correlationId, payload }) => [correlationId, payload]).sort()).toEqual(
      [1, 2, 3, 4].map((n) => [`detection/run-${n}/report/1`, { outcome: 'DONE', result: {} }]),
    );
  });

  it('is counted once however often a step is tried, within a batch and after it, and answered each time', async () => {
    await on.publish(tell('run-1/report'), tell('run-1/report', vehicle, 2));
    await on.settled();
    // A second round has further attempts at the same step.
    await on.publish(tell('run-1/report', vehicle, 3), tell('run-2/report'));
    await on.settled();
    expect(await countsOf(on, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 2 });
    await expect.poll(() => on.replies.length).toBe(4);
    expect(new Set(on.replies.map(({ payload }) => JSON.stringify(payload)))).toEqual(
      new Set(['{"outcome":"DONE","result":{}}']),
    );
  });

  it('is counted as it was told first', async () => {
    await on.publish(tell('run-1/report'));
    await on.settled();
    await on.publish(tell('run-1/report', { ...vehicle, category: 'FIRE' }, 2));
    await on.settled();
    expect(await countsOf(on, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 1 });
  });

  it('that no workflow tells of is known by its message, and not answered', async () => {
    const message = RecordOccurrence.message({ id: '1', payload: vehicle });
    await on.publish(message, message);
    await on.settled();
    expect(await countsOf(on, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 2 });
    expect(on.replies).toEqual([]);
  });

  it('costs no statement of its own where many are told at once', async () => {
    const messages = Array.from({ length: 200 }, (_, n) => tell(`run-${n}/report`));
    const statements = await on.reports.statements(async () => {
      await on.publish(...messages);
      await on.settled();
    });
    expect(await countsOf(on, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 200 });
    const counting = statements.filter((sql) => /report_counters|report_entries/.test(sql));
    // To enter them, to see which are new, to hold the totals and to count: for two batches at most.
    expect(counting.length).toBeLessThanOrEqual(8);
  });
});

describe('what is not an occurrence', () => {
  it.each([
    ['an unknown category', { ...vehicle, category: 'ROBBERY' }],
    ['the category of another kind', { ...vehicle, category: 'OFF_LINE' }],
    ['no category', { ...vehicle, category: undefined }],
    ['an unknown kind', { ...vehicle, kind: 'WEATHER' }],
    ['no such location', { ...vehicle, location: 101 }],
    ['a time that is none', { ...vehicle, occurredAt: 'yesterday' }],
    ['nothing', null],
  ])('with %s is a dead letter, counted as nothing, and holds up no other', async (_, payload) => {
    const id = await on.publishRaw(payload);
    await on.publish(tell('run-1/report'));
    await on.settled();
    const { edges } = await on.domain.deadLetters.list();
    expect(edges.map(({ node }) => [node.consumer, node.reason])).toEqual([
      ['reports.occurrences', 'MALFORMED'],
    ]);
    expect(edges[0]?.node.message).toContain(id);
    expect(await countsOf(on, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 1 });
    expect(await countsOf(on, 'UNIT_EVENTS')).toEqual({ UP: 0, DOWN: 0, OFF_LINE: 0, LOW_VOLTAGE: 0 });
    expect(await on.reports.subgraph.recount(on.reports.database)).toEqual([]);
  });
});

describe('the counters', () => {
  it('go on after a restart, which knows what was counted before it', async () => {
    await using place = await provideDatabase();
    const env = { ...place.settings, SEED: 'none' };
    {
      await using before = await startReports(env);
      await before.publish(tell('run-1/report'), tell('run-2/report'));
      await before.settled();
    }
    await using after = await startReports(env);
    expect(await countsOf(after, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 2 });
    await after.publish(tell('run-2/report', vehicle, 2), tell('run-3/report'));
    await after.settled();
    expect(await countsOf(after, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 3 });
  });

  it('count what was told while nobody counted', async () => {
    await using place = await provideDatabase();
    const env = { ...place.settings, SEED: 'none' };
    {
      await using before = await startReports({ ...env, REPORTS_PROCESSING: 'apart' });
      await before.publish(tell('run-1/report'));
      expect(await countsOf(before, 'DETECTIONS')).toEqual(NOTHING);
    }
    await using after = await startReports(env);
    await after.settled();
    expect(await countsOf(after, 'DETECTIONS')).toEqual({ ...NOTHING, VEHICLE: 1 });
  });
});
