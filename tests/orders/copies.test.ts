import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestGraph, type TestGraph } from '../graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const rowsOf = async (domain: string, sql: string) => (await graph.database(domain)).rows(sql, []);

it('orders know the users and products of the sample data from the start', async () => {
  expect(await rowsOf('orders', 'SELECT id FROM known_users ORDER BY id')).toEqual(
    await rowsOf('users', 'SELECT id FROM users ORDER BY id'),
  );
  expect(await rowsOf('orders', 'SELECT id, name, is_unlimited FROM known_products ORDER BY id')).toEqual(
    await rowsOf(
      'products',
      'SELECT id, name, CASE WHEN stock IS NULL THEN 1 ELSE 0 END AS is_unlimited FROM products ORDER BY id',
    ),
  );
});
