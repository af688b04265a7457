import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

/** What an operation may cost: calls to each subgraph, and SQL statements in each. */
type Budget = Readonly<Record<string, { readonly calls: number; readonly statements: number }>>;

/** Every document in operations/ stands here, with what it costs however many items it lists. */
const BUDGETS: Readonly<Record<string, Budget>> = {};

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

async function costOf(query: string, variables: Record<string, unknown>): Promise<Budget> {
  const viewer = query.includes('query Me') ? customer('123') : admin;
  const { calls, statements } = await graph.costOf(async () => {
    const { errors } = await graph.execute(query, { viewer, variables });
    expect(errors).toBeUndefined();
  });
  return Object.fromEntries(
    Object.entries(calls).map(([name, count]) => [
      name,
      { calls: count, statements: statements[name]?.length ?? 0 },
    ]),
  );
}

describe('each operation of our clients', () => {
  const files = readdirSync('operations').filter((file) => file.endsWith('.graphql'));

  it('has its cost written down', () => {
    expect(Object.keys(BUDGETS).sort()).toEqual(files.sort());
  });

  it.each(files)('costs the same at 1 and at 100 items: %s', async (file) => {
    const query = readFileSync(join('operations', file), 'utf8');
    const lists = getOperationAST(parse(query))?.variableDefinitions?.some(
      ({ variable }) => variable.name.value === 'first',
    );
    for (const first of lists ? [1, 100] : [1]) {
      expect(await costOf(query, lists ? { first } : {})).toEqual(BUDGETS[file]);
    }
  });
});
