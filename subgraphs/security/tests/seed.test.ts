import { expect, it } from 'vitest';
import { createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';

const TABLES = ['detections', 'unit_events'];

it('makes the same rows whether it is interrupted or not, with the words of their assessment', async () => {
  await using atOnce = await createTestSubgraph(createSecuritySubgraph);
  await using inTwo = await createTestSubgraph(createSecuritySubgraph);
  const fill = ({ subgraph }: typeof atOnce, owners: number) =>
    subgraph.seed.atScale(subgraph.database, { owners, perOwner: 2 }, () => {});
  await fill(atOnce, 1_020);
  await fill(inTwo, 1_005);
  await fill(inTwo, 1_020);
  await fill(inTwo, 1_020);
  for (const table of TABLES) {
    const read = ({ database }: typeof atOnce) =>
      database.rows<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`, []);
    const rows = await read(atOnce);
    expect(rows).toHaveLength(200 + 40);
    expect(await read(inTwo)).toEqual(rows);
  }
  const words = await atOnce.database.rows<{ n: number }>(
    'SELECT COUNT(DISTINCT assessment) AS n FROM detections GROUP BY severity',
    [],
  );
  expect(words.map(({ n }) => n)).toEqual([1, 1, 1]);
});

it('makes nothing where owners have nothing', async () => {
  await using security = await createTestSubgraph(createSecuritySubgraph);
  await security.subgraph.seed.atScale(security.database, { owners: 2_000, perOwner: 0 }, () => {});
  const [{ n }] = (await security.database.rows<{ n: number }>(
    'SELECT COUNT(*) AS n FROM detections',
    [],
  )) as [{ n: number }];
  expect(n).toBe(200);
});
