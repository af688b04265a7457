import { afterAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createReportsSubgraph } from '../index.ts';

const reports = await createTestSubgraph(createReportsSubgraph);
afterAll(() => reports[Symbol.asyncDispose]());

const read = async (fields: string, kind = 'ORDERS') =>
  reports.execute(`{ report(kind: ${kind}) { ${fields} } }`, { viewer: admin });
const from = (moment: string, to: string) => `from: "${moment}", to: "${to}"`;

describe('a report', () => {
  it('counts what the sample data hold', async () => {
    const figures = 'total byCategory { category count }';
    expect(await read(figures)).toEqual({
      data: {
        report: {
          total: 5000,
          byCategory: [
            { category: 'PLACED', count: 5000 },
            { category: 'CONFIRMED', count: 4753 },
            { category: 'REJECTED', count: 247 },
            { category: 'CANCELLED', count: 261 },
          ],
        },
      },
    });
    expect((await read('total', 'DETECTIONS')).data.report).toEqual({ total: 200 });
    expect((await read('total', 'UNIT_EVENTS')).data.report).toEqual({ total: 200 });
  });

  it('gives the locations where most happened, of all categories or of one', async () => {
    const { data } = await read('byLocation(first: 100) { location count }', 'DETECTIONS');
    const all: { location: number; count: number }[] = data.report.byLocation;
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(200);
    expect(all).toEqual(all.toSorted((a, b) => b.count - a.count || a.location - b.location));
    const few = await read('byLocation(first: 3) { location count }', 'DETECTIONS');
    expect(few.data.report.byLocation).toEqual(all.slice(0, 3));
    const fires = await read('byLocation(first: 100, category: FIRE) { count }', 'DETECTIONS');
    const perDay = await read(
      `perDay(${from('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')}, category: FIRE) { count }`,
      'DETECTIONS',
    );
    const total = (each: { count: number }[]) => each.reduce((sum, { count }) => sum + count, 0);
    expect(total(fires.data.report.byLocation)).toBe(total(perDay.data.report.perDay));
    expect(total(perDay.data.report.perDay)).toBeGreaterThan(0);
  });

  it('tells the largest Int of more than that', async () => {
    await using busy = await createTestSubgraph(createReportsSubgraph, { env: { SEED: 'none' } });
    const row = { kind: 'DETECTIONS', category: 'FIRE', counted: 2 ** 31 };
    await busy.database.transaction(async (trx) => {
      await trx('report_counters').where({ category: 'FIRE', period: 'TOTAL' }).update(row);
      await trx('report_counters').insert({ ...row, period: 'LOCATION', slot: '7' });
    });
    const fields = 'total byCategory { count } byLocation { location count }';
    const most = 2 ** 31 - 1;
    expect(await busy.execute(`{ report(kind: DETECTIONS) { ${fields} } }`, { viewer: admin })).toEqual({
      data: {
        report: {
          total: most,
          byCategory: [{ count: 0 }, { count: 0 }, { count: 0 }, { count: most }],
          byLocation: [{ location: 7, count: most }],
        },
      },
    });
  });

  it('has the same sum over its days and over the minutes of each', async () => {
    const day = from('2026-01-07T00:00:00Z', '2026-01-08T00:00:00Z');
    const { data } = await read(
      `perDay(${day}) { start count } perMinute(${day}) { start count }`,
      'DETECTIONS',
    );
    const { perDay, perMinute } = data.report;
    expect(perDay).toEqual([{ start: '2026-01-07T00:00:00.000Z', count: expect.any(Number) }]);
    expect(perMinute).toHaveLength(1_440);
    const sum = perMinute.reduce((total: number, { count }: { count: number }) => total + count, 0);
    expect(sum).toBe(perDay[0].count);
    expect(sum).toBe(48);
  });

  it('gives each minute whole that it touches, in UTC whatever the offset', async () => {
    const range = from('2026-01-07T01:00:59+01:00', '2026-01-07T00:02:00.001Z');
    expect((await read(`perMinute(${range}) { start }`)).data.report.perMinute).toEqual([
      { start: '2026-01-07T00:00:00.000Z' },
      { start: '2026-01-07T00:01:00.000Z' },
      { start: '2026-01-07T00:02:00.000Z' },
    ]);
    const none = from('2026-01-07T00:00:30Z', '2026-01-07T00:00:30Z');
    expect((await read(`perMinute(${none}) { start }`)).data.report.perMinute).toEqual([]);
  });

  it('reaches over a day in minutes, and over a leap year in days', async () => {
    const day = from('2026-01-07T00:00:30Z', '2026-01-08T00:00:30Z');
    expect((await read(`perMinute(${day}) { start }`)).data.report.perMinute).toHaveLength(1_441);
    const year = from('2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z');
    expect((await read(`perDay(${year}) { start }`)).data.report.perDay).toHaveLength(366);
  });

  it.each([
    [`perMinute(${from('2026-01-07T00:00:00Z', '2026-01-08T00:00:00.001Z')}) { count }`, /one day/],
    [`perDay(${from('2025-01-01T00:00:00Z', '2026-01-03T00:00:00Z')}) { count }`, /366 days/],
    [`perDay(${from('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')}) { count }`, /before from/],
    [`perDay(${from('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')}, category: FIRE) { count }`, /PLACED/],
    ['byLocation(category: VEHICLE) { count }', /PLACED/],
    ['byLocation(first: 0) { count }', /1 to 100/],
    ['byLocation(first: 101) { count }', /1 to 100/],
  ])('refuses %s, and gives the rest', async (field, message) => {
    const response = await read(`kind total ${field}`);
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    expect(response.errors?.[0]?.message).toMatch(message);
    const name = field.slice(0, field.indexOf('('));
    expect(response.data.report).toEqual({ kind: 'ORDERS', total: 5000, [name]: null });
  });

  it('costs one statement, whatever is asked of however many kinds', async () => {
    const range = from('2026-01-07T00:00:00Z', '2026-01-08T00:00:00Z');
    const figures = `total byCategory { count } byLocation { count } perMinute(${range}) { count } perDay(${range}) { count }`;
    const kinds = ['DETECTIONS', 'UNIT_EVENTS', 'ORDERS'];
    const query = `{ ${kinds.map((kind) => `${kind}: report(kind: ${kind}) { ${figures} }`).join(' ')} }`;
    const statements = await reports.statements(async () => {
      expect((await reports.execute(query, { viewer: admin })).errors).toBeUndefined();
    });
    expect(statements).toHaveLength(1);
  });

  it('is for admins', async () => {
    const query = '{ report(kind: ORDERS) { total } }';
    const response = await reports.execute(query, { viewer: customer('123') });
    expect(response.data).toEqual({ report: null });
    expect(errorCodes(response)).toEqual(['FORBIDDEN']);
    expect(errorCodes(await reports.execute(query))).toEqual(['UNAUTHENTICATED']);
  });
});
