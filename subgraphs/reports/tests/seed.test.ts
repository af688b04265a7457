import { describe, expect, it } from 'vitest';
import { admin, createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createReportsSubgraph } from '../index.ts';

const fill = ({ subgraph, database }: TestSubgraph, owners: number, perOwner: number) =>
  subgraph.seed.atScale(database, { owners, perOwner }, () => {});

const readCounters = ({ database }: TestSubgraph) =>
  database.rows('SELECT * FROM report_counters ORDER BY kind, category, period, slot', []);

describe('the seed of reports', () => {
  it('has counters that a recount agrees with, at any scale', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    expect(await reports.subgraph.recount(reports.database)).toEqual([]);
    await fill(reports, 3_500, 2);
    expect(await reports.subgraph.recount(reports.database)).toEqual([]);
    const query = '{ d: report(kind: DETECTIONS) { total } u: report(kind: UNIT_EVENTS) { total } }';
    const { data } = await reports.execute(query, { viewer: admin });
    expect(data).toEqual({ d: { total: 200 + 2 * 2_500 }, u: { total: 200 + 2 * 2_500 } });
  });

  it('is the same in one run and in several', async () => {
    await using inOne = await createTestSubgraph(createReportsSubgraph);
    await fill(inOne, 1_300, 1);
    await using inTwo = await createTestSubgraph(createReportsSubgraph);
    await fill(inTwo, 1_100, 1);
    await fill(inTwo, 1_300, 1);
    await fill(inTwo, 1_300, 1);
    expect(await readCounters(inTwo)).toEqual(await readCounters(inOne));
  });

  it('adds nothing where owners have nothing', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    const before = await readCounters(reports);
    await fill(reports, 1_100, 0);
    expect(await readCounters(reports)).toEqual(before);
  });
});
