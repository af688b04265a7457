import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestGraph, type TestGraph } from '../graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const rowsOf = async (domain: string, sql: string) => (await graph.database(domain)).rows(sql, []);

it.each([
  ['DETECTIONS', 'SELECT type AS category, COUNT(*) AS n FROM detections GROUP BY type'],
  ['UNIT_EVENTS', 'SELECT state AS category, COUNT(*) AS n FROM unit_events GROUP BY state'],
])('reports of %s count what the sample data of security hold', async (kind, sql) => {
  const counted = `SELECT category, counted AS n FROM report_counters
    WHERE kind = '${kind}' AND period = 'TOTAL' ORDER BY category`;
  expect(await rowsOf('reports', counted)).toEqual(await rowsOf('security', `${sql} ORDER BY category`));
});
