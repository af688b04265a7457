import { afterAll, describe, expect, it } from 'vitest';
import { readPages } from '../../../kit/testing/pages.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createProductsSubgraph } from '../index.ts';

const products = await createTestSubgraph(createProductsSubgraph);
afterAll(() => products[Symbol.asyncDispose]());

const users = (count: number) => Array.from({ length: count }, (_, i) => ({ id: String(i + 1) }));

describe('the products that a user likes', () => {
  it('come the latest like first, each with its moment', async () => {
    const selection = 'id likedProducts { edges { likedAt node { id name } } pageInfo { hasNextPage } }';
    const response = await products.entities('User', [{ id: '123' }], selection, { viewer: customer('123') });
    expect(response).toEqual({
      data: {
        _entities: [
          {
            id: '123',
            likedProducts: {
              edges: [
                { likedAt: '2026-08-20T02:19:01.681Z', node: { id: '2', name: 'Sports' } },
                { likedAt: '2025-10-18T17:07:40.152Z', node: { id: '61', name: expect.any(String) } },
                {
                  likedAt: '2023-03-15T08:29:53.651Z',
                  node: { id: '23', name: 'Documentary Download: Ice Road' },
                },
                { likedAt: '2022-04-12T05:19:48.124Z', node: { id: '28', name: 'Watercolour Set 24' } },
                { likedAt: '2021-08-08T13:14:10.901Z', node: { id: '7', name: 'News' } },
              ],
              pageInfo: { hasNextPage: false },
            },
          },
        ],
      },
    });
  });

  it('are read page by page', async () => {
    const edges = await readPages<{ id: string }>(async (after) => {
      const { data } = await products.entities(
        'User',
        [{ id: '123' }],
        `likedProducts(first: 2, after: ${JSON.stringify(after)}) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`,
        { viewer: admin },
      );
      return data._entities[0].likedProducts;
    });
    expect(edges.map(({ node }) => node.id)).toEqual(['2', '61', '23', '28', '7']);
  });

  it('cost two statements, for one user and for a hundred', async () => {
    const selection = 'likedProducts(first: 10) { edges { likedAt node { name } } }';
    const read = (count: number) =>
      products.statements(() => products.entities('User', users(count), selection, { viewer: admin }));
    expect((await read(1)).length).toBe(2);
    expect((await read(100)).length).toBe(2);
  });

  it('cost one statement where no product is asked for', async () => {
    const statements = await products.statements(() =>
      products.entities('User', users(100), 'likedProducts { edges { likedAt } }', { viewer: admin }),
    );
    expect(statements).toHaveLength(1);
  });

  it('are refused to another customer and to nobody, before any statement', async () => {
    const read = (viewer: ReturnType<typeof customer> | null) =>
      products.entities('User', [{ id: '123' }], 'likedProducts { edges { likedAt } }', { viewer });
    const statements = await products.statements(async () => {
      const other = await read(customer('1'));
      expect(other.data).toEqual({ _entities: [{ likedProducts: null }] });
      expect(errorCodes(other)).toEqual(['FORBIDDEN']);
      expect(errorCodes(await read(null))).toEqual(['UNAUTHENTICATED']);
    });
    expect(statements).toEqual([]);
  });

  it('are none for an unknown user', async () => {
    const { data } = await products.entities('User', [{ id: '0' }], 'likedProducts { edges { likedAt } }', {
      viewer: admin,
    });
    expect(data).toEqual({ _entities: [{ likedProducts: { edges: [] } }] });
  });

  it.each(['1 or 1=1', '', 'x'.repeat(10_000)])('are refused for the malformed id %.20s', async (id) => {
    const response = await products.entities('User', [{ id }], 'likedProducts { edges { likedAt } }', {
      viewer: admin,
    });
    expect(response.data).toEqual({ _entities: [null] });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['first: 0'],
    ['first: 1000'],
    ['after: "nonsense"'],
    [`after: "${Buffer.from('["likes.created_at.desc","yesterday","1"]').toString('base64url')}"`],
  ])('are refused for (%.20s)', async (args) => {
    const response = await products.entities(
      'User',
      [{ id: '123' }],
      `likedProducts(${args}) { edges { likedAt } }`,
      { viewer: admin },
    );
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('whether the viewer likes a product', () => {
  const liked = async (viewer: Parameters<typeof products.execute>[1]) =>
    (
      await products.execute(
        '{ a: product(id: "7") { viewerLikes } b: product(id: "9") { viewerLikes } }',
        viewer,
      )
    ).data;

  it('is told to a user', async () => {
    expect(await liked({ viewer: customer('123') })).toEqual({
      a: { viewerLikes: true },
      b: { viewerLikes: false },
    });
  });

  it('is null without a token, and for a client that is no user', async () => {
    const nobody = { a: { viewerLikes: null }, b: { viewerLikes: null } };
    expect(await liked({ viewer: null })).toEqual(nobody);
    expect(await liked({ viewer: admin })).toEqual(nobody);
  });

  it('costs one statement more, for one product and for a hundred', async () => {
    const read = (first: number) =>
      products.statements(() =>
        products.execute(
          'query ($first: Int) { products(first: $first) { edges { node { viewerLikes } } } }',
          {
            viewer: customer('123'),
            variables: { first },
          },
        ),
      );
    expect((await read(1)).length).toBe(2);
    expect((await read(100)).length).toBe(2);
  });
});
