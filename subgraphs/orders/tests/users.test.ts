import { afterAll, describe, expect, it } from 'vitest';
import { readPages } from '../../../kit/testing/pages.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

const orders = await createTestSubgraph(createOrdersSubgraph);
afterAll(() => orders[Symbol.asyncDispose]());

/** Reads a selection of one user. */
async function readUser(id: string, selection: string, viewer: typeof admin | null = admin) {
  const response = await orders.entities('User', [{ id }], selection, { viewer });
  return { ...response, user: response.data?._entities[0] };
}

const countStatements = async (users: number, selection: string) => {
  const references = Array.from({ length: users }, (_, i) => ({ id: String(i + 1) }));
  const read = () => orders.entities('User', references, selection, { viewer: admin });
  return (await orders.statements(read)).length;
};

const idsOf = (connection: { edges: { node: { id: string } }[] }) =>
  connection.edges.map(({ node }) => node.id);

describe('a user’s orders', () => {
  it('come the newest first', async () => {
    const selection =
      'id orders { edges { node { id status executionPrice { amount } } } pageInfo { hasNextPage } }';
    expect((await readUser('123', selection, customer('123'))).user).toEqual({
      id: '123',
      orders: {
        edges: [
          { node: { id: '4418', status: 'CONFIRMED', executionPrice: { amount: '143.93' } } },
          { node: { id: '3751', status: 'CANCELLED', executionPrice: { amount: '159.99' } } },
          { node: { id: '1387', status: 'CONFIRMED', executionPrice: { amount: '38.97' } } },
          { node: { id: '1077', status: 'CONFIRMED', executionPrice: { amount: '169.97' } } },
        ],
        pageInfo: { hasNextPage: false },
      },
    });
  });

  it('are narrowed and ordered, several ways in one request', async () => {
    const { user } = await readUser(
      '123',
      `confirmed: orders(filter: { status: CONFIRMED }) { edges { node { id } } }
       late: orders(filter: { placedFrom: "2025-02-09T04:27:44.767Z" }, orderBy: CREATED_AT_ASC) { edges { node { id } } }
       early: orders(filter: { placedBefore: "2025-02-09T04:27:44.767Z" }) { edges { node { id } } }`,
    );
    expect(idsOf(user.confirmed)).toEqual(['4418', '1387', '1077']);
    expect(idsOf(user.late)).toEqual(['1387', '3751', '4418']);
    expect(idsOf(user.early)).toEqual(['1077']);
  });

  it('are paged to the end', async () => {
    const edges = await readPages<{ id: string }>(async (after) => {
      const page = `orders(first: 10, after: ${JSON.stringify(after)})`;
      return (
        await readUser('181', `${page} { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`)
      ).user.orders;
    });
    expect(new Set(edges.map(({ node }) => node.id)).size).toBe(53);
    expect(edges).toHaveLength(53);
  });

  it('go to each user of a request, with a next page for those who have one', async () => {
    const selection = 'id orders(first: 4) { edges { node { user { id } } } pageInfo { hasNextPage } }';
    const references = ['181', '9', '123'].map((id) => ({ id }));
    const { data } = await orders.entities('User', references, selection, { viewer: admin });
    const edgesOf = (id: string) => Array(4).fill({ node: { user: { id } } });
    expect(data._entities).toEqual([
      { id: '181', orders: { edges: edgesOf('181'), pageInfo: { hasNextPage: true } } },
      { id: '9', orders: { edges: [], pageInfo: { hasNextPage: false } } },
      { id: '123', orders: { edges: edgesOf('123'), pageInfo: { hasNextPage: false } } },
    ]);
  });

  it('cost one statement, with their lines two, for one user and for a hundred', async () => {
    const bare = 'orders(first: 10) { edges { node { id } } }';
    expect([await countStatements(1, bare), await countStatements(100, bare)]).toEqual([1, 1]);
    const full = 'orders(first: 10) { edges { node { id lines { productName product { unitsSold } } } } }';
    expect([await countStatements(1, full), await countStatements(100, full)]).toEqual([3, 3]);
  });

  it('are refused for a malformed id', async () => {
    const response = await readUser('1 or 1=1', 'orders { edges { cursor } }');
    expect(response.user).toBeNull();
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a user’s purchases', () => {
  it('come the latest first, without what was called off', async () => {
    const selection = 'purchases { edges { node { product { id } quantity lastPurchasedAt } } }';
    const purchase = (id: string, quantity: number, lastPurchasedAt: string) => ({
      node: { product: { id }, quantity, lastPurchasedAt },
    });
    expect((await readUser('123', selection, customer('123'))).user.purchases.edges).toEqual([
      purchase('73', 4, '2026-08-05T02:25:47.896Z'),
      purchase('69', 5, '2026-08-05T02:25:47.896Z'),
      purchase('40', 1, '2026-08-05T02:25:47.896Z'),
      purchase('34', 1, '2024-12-05T00:26:27.520Z'),
      purchase('26', 2, '2024-12-05T00:26:27.520Z'),
    ]);
  });

  it('are paged without a gap between those of one moment', async () => {
    const edges = await readPages<{ product: { id: string } }>(async (after) => {
      const page = `purchases(first: 1, after: ${JSON.stringify(after)})`;
      const selection = `${page} { edges { cursor node { product { id } } } pageInfo { hasNextPage endCursor } }`;
      return (await readUser('123', selection)).user.purchases;
    });
    expect(edges.map(({ node }) => node.product.id)).toEqual(['73', '69', '40', '34', '26']);
  });

  it('leave out a product of which nothing is left', async () => {
    await using undone = await createTestSubgraph(createOrdersSubgraph);
    await undone.database.transaction((trx) =>
      trx('purchases').where({ user_id: '123', product_id: '73' }).update({ quantity: 0 }),
    );
    const selection = 'purchases(first: 1) { edges { node { product { id } } } }';
    const { data } = await undone.entities('User', [{ id: '123' }], selection, { viewer: admin });
    expect(data._entities[0].purchases.edges).toEqual([{ node: { product: { id: '69' } } }]);
  });

  it('cost one statement, for one user and for a hundred', async () => {
    const selection = 'purchases(first: 10) { edges { node { quantity } } }';
    expect([await countStatements(1, selection), await countStatements(100, selection)]).toEqual([1, 1]);
  });
});

describe.each(['orders', 'purchases'])('the field %s of a user', (field) => {
  it('is refused to another customer and to nobody, before any statement', async () => {
    const selection = `${field} { edges { cursor } }`;
    const statements = await orders.statements(async () => {
      const [known, unknown] = [
        await readUser('1', selection, customer('123')),
        await readUser('1001', selection, customer('123')),
      ];
      expect(known).toEqual(unknown);
      expect(known.user).toEqual({ [field]: null });
      expect(errorCodes(known)).toEqual(['FORBIDDEN']);
      expect(errorCodes(await readUser('123', selection, null))).toEqual(['UNAUTHENTICATED']);
    });
    expect(statements).toEqual([]);
  });

  it('is empty for an unknown user', async () => {
    expect((await readUser('0', `${field} { edges { cursor } }`)).user).toEqual({ [field]: { edges: [] } });
  });

  it.each([
    'first: 0',
    'first: -1',
    'first: 1000',
    'after: "nonsense"',
    `after: "${Buffer.from('["likes.created_at.desc","2024-01-01 00:00:00.000","1"]').toString('base64url')}"`,
  ])('is refused for %s', async (args) => {
    const response = await readUser('123', `${field}(${args}) { edges { cursor } }`);
    expect(response.user).toEqual({ [field]: null });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });
});
