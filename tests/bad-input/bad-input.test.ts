import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../kit/testing/response.ts';
import { admin } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const ask = (query: string, variables = {}) => graph.execute(query, { viewer: admin, variables });

describe('an id', () => {
  const LOOKUPS = ['user', 'customerSubscription', 'productPreference', 'product', 'order'];

  describe.each(LOOKUPS)('of %s', (field) => {
    const find = (id: unknown) => ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id });

    it.each(['0', '99999999', '019a0000-0000-7000-8000-000000000000'])(
      'that is unknown (%s) gives null',
      async (id) => {
        expect(await find(id)).toEqual({ data: { [field]: null } });
      },
    );

    it.each([
      'abc',
      '1 or 1=1',
      "1'; drop table users; --",
      '',
      ' 1',
      '-1',
      '1e3',
      '%',
      'x'.repeat(10_240),
      '1'.repeat(10_240),
    ])('that is malformed (%.20s) gives BAD_USER_INPUT', async (id) => {
      const response = await find(id);
      expect(response.data).toEqual({ [field]: null });
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
      expect(JSON.stringify(response).length).toBeLessThan(1_000);
    });

    it('may be given as a number', async () => {
      expect((await find(1)).data[field]).toEqual({ id: '1' });
    });
  });
});

describe('a page', () => {
  const LISTS = ['users', 'customerSubscriptions', 'products', 'orders'];

  it.each(LISTS.flatMap((list) => [0, -1, 101, 1000].map((first) => [list, first] as const)))(
    'of %s with first: %d is refused',
    async (list, first) => {
      const response = await ask(`query ($first: Int) { ${list}(first: $first) { edges { cursor } } }`, {
        first,
      });
      expect(response.data).toEqual({ [list]: null });
      expect(response.errors?.[0]?.message).toBe(`first must be 1 to 100, not ${first}.`);
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it.each(LISTS)('of %s after a forged cursor is refused', async (list) => {
    const forged = [
      'x',
      '1',
      'x'.repeat(10_000),
      Buffer.from('[]').toString('base64url'),
      Buffer.from('["users.created_at.asc"]').toString('base64url'),
      Buffer.from(JSON.stringify([`${list}.created_at.desc`, { $gt: '' }, null])).toString('base64url'),
      Buffer.from(JSON.stringify([`${list}.created_at.desc`, "' or 1=1 --", '1'])).toString('base64url'),
    ];
    for (const after of forged) {
      const response = await ask(`query ($after: String) { ${list}(after: $after) { edges { cursor } } }`, {
        after,
      });
      expect(response.data).toEqual({ [list]: null });
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('after a cursor of another list is refused, and says so', async () => {
    const { data } = await ask('{ users(first: 1) { pageInfo { endCursor } } }');
    const after = data.users.pageInfo.endCursor;
    const response = await ask('query ($after: String) { orders(after: $after) { edges { cursor } } }', {
      after,
    });
    expect(response.errors?.[0]?.message).toContain('cursor of another list');
  });
});

describe('a document', () => {
  it.each([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    [`{ ${'a: __typename '.repeat(5_000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('that cannot be run gets a code: %.20s', async (query, code) => {
    expect(errorCodes(await ask(query))).toEqual([code]);
  });

  it('with a variable of the wrong type gets BAD_USER_INPUT', async () => {
    expect(errorCodes(await ask('query ($id: ID!) { user(id: $id) { id } }', { id: { a: 1 } }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('a scalar that is none', () => {
  const WRITES = `mutation ($at: DateTime) {
    placeOrder(input: { userId: "4", lines: [{ productId: "1", quantity: 1 }] }) { order { id } }
    reportDetection(input: { location: 1, type: FIRE, severity: RED, detectedAt: $at }) { detection { id } }
  }`;
  const countOrders = async () =>
    (await ask('{ user(id: 4) { orders(first: 100) { edges { cursor } } } }')).data.user.orders.edges.length;

  it.each([
    ['as a variable', WRITES, { at: 'garbage' }, 'BAD_USER_INPUT'],
    [
      'as text',
      WRITES.replace('($at: DateTime)', '').replace('$at', '"garbage"'),
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s refuses the request before any part of it is done', async (_, query, variables, code) => {
    const before = await countOrders();
    const response = await ask(query, variables);
    expect(response.data).toBeUndefined();
    expect(errorCodes(response)).toEqual([code]);
    expect(await countOrders()).toBe(before);
  });
});
