import { expect, it } from 'vitest';
import type { StatementEvent } from '../../../kit/database/database.ts';
import { testServer } from '../../../kit/testing/database.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin } from '../../../kit/testing/subgraph.ts';
import { createWorld } from './world.ts';

const LIST = 'query ($filter: WorkflowRunFilter) { workflowRuns(filter: $filter) { edges { node { id } } } }';

const FILTERS = [
  {},
  { state: 'FAILED' },
  { workflow: 'detection' },
  { workflow: 'detection', state: 'FAILED' },
  { subject: 'Order:1' },
  { subject: 'Order:1', state: 'FAILED' },
  { subject: 'Order:1', workflow: 'detection', state: 'FAILED' },
  { workflow: 'detection', startedFrom: '2026-01-01T00:00:00.000Z' },
];

// SQLite plans without looking at the rows; the others plan by what the table holds.
it.skipIf(testServer())('finds runs by an index, in the order in which they are asked for', async () => {
  await using world = await createWorld([]);
  const { database, execute } = world.workflows;
  const heard: StatementEvent[] = [];
  using _ = database.onStatement((event) => heard.push(event));
  for (const filter of FILTERS) await execute(LIST, { viewer: admin, variables: { filter } });
  const reads = () => heard.filter(({ sql }) => sql.includes('from `workflow_runs`'));
  // The timer looks for what is overdue in each workflow.
  await expect.poll(() => reads().filter(({ sql }) => sql.includes('`due_at` <=')).length).toBeGreaterThan(2);
  expect(reads().length).toBeGreaterThan(FILTERS.length);
  for (const { sql, bindings } of reads()) {
    const plan = await database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, bindings);
    const text = plan.map(({ detail }) => detail).join('; ');
    expect(text, sql).toMatch(/USING (COVERING )?INDEX/);
    // A subject has so few runs that they may be sorted.
    if (sql.includes('`subject` =')) expect(text, sql).toContain('workflow_runs_subject');
    else expect(text, sql).not.toContain('TEMP B-TREE');
    // What has a condition enters the index at it.
    if (sql.includes('where')) expect(text, sql).toContain('SEARCH');
  }
});

it('finds the runs of a subject', async () => {
  await using world = await createWorld([]);
  const { database, execute } = world.workflows;
  await database.transaction(async (trx) => {
    const run = {
      version: 'v',
      state: 'COMPLETED',
      round: 0,
      steps: '[]',
      started_at: '2026-01-01 00:00:00.000',
      updated_at: '2026-01-01 00:00:00.000',
    };
    await trx('workflow_runs').insert([
      { ...run, id: '1', workflow: 'a', subject: 'Order:1' },
      { ...run, id: '2', workflow: 'b', subject: 'Order:1' },
      { ...run, id: '3', workflow: 'a', subject: 'Order:11' },
    ]);
  });
  const idsOf = async (filter: object) => {
    const { data } = await execute(LIST, { viewer: admin, variables: { filter } });
    return data.workflowRuns.edges.map(({ node }: { node: { id: string } }) => node.id);
  };
  expect(await idsOf({ subject: 'Order:1' })).toEqual(['2', '1']);
  expect(await idsOf({ subject: 'Order:1', workflow: 'a', state: 'COMPLETED' })).toEqual(['1']);
  expect(await idsOf({ subject: 'Order:1', state: 'FAILED' })).toEqual([]);
  // What stands around a text is left out, on every database.
  expect(await idsOf({ subject: ' Order:1 ', workflow: ' a ' })).toEqual(['1']);
});

it('refuses a moment that no database holds', async () => {
  await using world = await createWorld([]);
  for (const name of ['startedFrom', 'startedBefore']) {
    const variables = { filter: { [name]: '9999-12-31T23:59:59-01:00' } };
    const response = await world.workflows.execute(LIST, { viewer: admin, variables });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    expect(response.errors?.[0]?.message).toBe(`filter.${name} must lie in the years 0 to 9999.`);
  }
});
