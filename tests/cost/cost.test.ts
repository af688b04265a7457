import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

/** What an operation may cost: calls to each subgraph, and SQL statements in each. */
type Budget = Readonly<Record<string, { readonly calls: number; readonly statements: number }>>;

/** Every document in operations/ stands here, with what it costs however many items it lists. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  'customer.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 1 },
    preferences: { calls: 1, statements: 1 },
    products: { calls: 4, statements: 5 },
    orders: { calls: 1, statements: 3 },
  },
  'customers.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 2 },
    preferences: { calls: 1, statements: 1 },
    products: { calls: 5, statements: 6 },
    orders: { calls: 1, statements: 3 },
  },
  'latest-orders.graphql': { orders: { calls: 1, statements: 2 }, users: { calls: 1, statements: 1 } },
  'me.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 1 },
    orders: { calls: 1, statements: 1 },
    products: { calls: 1, statements: 1 },
  },
  'order-metrics.graphql': { orders: { calls: 1, statements: 1 } },
  'product-catalogue.graphql': { products: { calls: 1, statements: 1 }, orders: { calls: 1, statements: 1 } },
  'sign-in.graphql': { users: { calls: 1, statements: 2 } },
};

let graph: TestGraph;
beforeAll(async () => {
  // Databases that `npm run seed` filled, to see that the cost is the same in a large one.
  const { COST_DATA_DIR, COST_DATABASE_URL } = process.env;
  const existing = COST_DATABASE_URL
    ? { DATABASE_URL: COST_DATABASE_URL }
    : COST_DATA_DIR && { DATA_DIR: COST_DATA_DIR, DATABASE_URL: '' };
  graph = await createTestGraph({ existing: existing || undefined });
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

  it.each(files)('costs that at 100 items, and no more at one: %s', async (file) => {
    const query = readFileSync(join('operations', file), 'utf8');
    const budget = BUDGETS[file] ?? {};
    const { variableDefinitions = [] } = getOperationAST(parse(query)) ?? {};
    const lists = variableDefinitions.some(({ variable }) => variable.name.value === 'first');
    expect(await costOf(query, lists ? { first: 100 } : {})).toEqual(budget);
    if (!lists) return;
    for (const [name, { calls, statements }] of Object.entries(await costOf(query, { first: 1 }))) {
      expect(calls, name).toBeLessThanOrEqual(budget[name]?.calls ?? 0);
      expect(statements, name).toBeLessThanOrEqual(budget[name]?.statements ?? 0);
    }
  });
});
