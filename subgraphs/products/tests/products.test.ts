import { afterAll, describe, expect, it } from 'vitest';
import { readPages } from '../../../kit/testing/pages.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createProductsSubgraph } from '../index.ts';

const products = await createTestSubgraph(createProductsSubgraph);
afterAll(() => products[Symbol.asyncDispose]());

const MALFORMED = ['1 or 1=1', 'abc', '', '-1', '1.5', "1' --", 'x'.repeat(10_000)];
const UNKNOWN = ['0', '103', '00000000-0000-7000-8000-000000000000'];

/** The ids of the first page of a list. */
async function listIds(filter: object, orderBy = 'NAME_ASC'): Promise<string[]> {
  const { data } = await products.execute(
    'query ($filter: ProductFilter, $orderBy: ProductOrder) { products(first: 100, filter: $filter, orderBy: $orderBy) { edges { node { id } } } }',
    { variables: { filter, orderBy } },
  );
  return data.products.edges.map((edge: { node: { id: string } }) => edge.node.id);
}

describe('a product', () => {
  it('is shown to anyone', async () => {
    const query = `{ product(id: "26") {
      id symbol kind name description imageUrl price { amount currencyCode } stock inStock likeCount viewerLikes createdAt updatedAt
    } }`;
    expect(await products.execute(query)).toEqual({
      data: {
        product: {
          id: '26',
          symbol: 'WTQ',
          kind: 'GOODS',
          name: 'Wool Toque',
          description: 'A ribbed lambswool toque with a cuff deep enough for two folds.',
          imageUrl: 'https://images.example.com/products/wool-toque.jpg',
          price: { amount: '34.99', currencyCode: 'CAD' },
          stock: 33,
          inStock: true,
          likeCount: 87,
          viewerLikes: null,
          createdAt: '2021-02-23T10:07:41.656Z',
          updatedAt: '2021-02-23T10:07:41.656Z',
        },
      },
    });
  });

  it('without a limit is in stock, one of which none are left is not', async () => {
    const query = '{ curio: product(id: "9") { stock inStock } vacuum: product(id: "32") { stock inStock } }';
    expect((await products.execute(query)).data).toEqual({
      curio: { stock: null, inStock: true },
      vacuum: { stock: 0, inStock: false },
    });
  });

  it('is priced in the currency of the deployment', async () => {
    await using euros = await createTestSubgraph(createProductsSubgraph, { env: { CURRENCY: 'EUR' } });
    const { data } = await euros.execute('{ product(id: "12") { price { amount currencyCode } } }');
    expect(data.product.price).toEqual({ amount: '3.49', currencyCode: 'EUR' });
  });

  it.each(MALFORMED)('refuses the malformed id %.20s', async (id) => {
    const response = await products.execute('query ($id: ID!) { product(id: $id) { id } }', {
      variables: { id },
    });
    expect(response.data).toEqual({ product: null });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(UNKNOWN)('is null for the unknown id %s', async (id) => {
    const query = 'query ($id: ID!) { product(id: $id) { id } }';
    expect(await products.execute(query, { variables: { id } })).toEqual({ data: { product: null } });
  });

  it.each(['CUR', 'cur', ' CUR '])('is found by its symbol, written %s', async (symbol) => {
    const query = 'query ($symbol: String!) { productBySymbol(symbol: $symbol) { id symbol } }';
    expect(await products.execute(query, { variables: { symbol } })).toEqual({
      data: { productBySymbol: { id: '9', symbol: 'CUR' } },
    });
  });

  it('is null for an unknown symbol', async () => {
    expect(await products.execute('{ productBySymbol(symbol: "ZZZ") { id } }')).toEqual({
      data: { productBySymbol: null },
    });
  });

  it.each(['', 'CU', 'CURI', 'C-R', 'ÇUR', 'ſpo', "C' ", 'x'.repeat(10_000)])(
    'refuses the malformed symbol %.20s',
    async (symbol) => {
      const query = 'query ($symbol: String!) { productBySymbol(symbol: $symbol) { id } }';
      const response = await products.execute(query, { variables: { symbol } });
      expect(response.data).toEqual({ productBySymbol: null });
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('is resolved by reference with one statement, for one and for a hundred', async () => {
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    const one = await products.statements(() => products.entities('Product', references.slice(0, 1), 'name'));
    const hundred = await products.statements(() => products.entities('Product', references, 'name'));
    expect([one.length, hundred.length]).toEqual([1, 1]);
  });

  it('keeps the order of the references, with null for an unknown one', async () => {
    const { data } = await products.entities('Product', [{ id: '9' }, { id: '0' }, { id: '1' }], 'name');
    expect(data._entities).toEqual([{ name: 'Curio' }, null, { name: 'Explora' }]);
  });
});

describe('the list of products', () => {
  it.each([
    ['all that is given by id', { ids: ['9', '26', '0'] }, ['9', '26']],
    ['nothing for no ids', { ids: [] }, []],
    ['services and goods apart', { kind: 'SERVICE', maxPrice: '4' }, ['12', '6']],
    ['names that begin so', { namePrefix: 'Digital' }, ['13', '22']],
    ['names that begin so, with a blank', { namePrefix: 'Digital ' }, ['13', '22']],
    ['no names that end where the blank would be', { namePrefix: 'Curio ' }, []],
    ['no names that begin so in another case', { namePrefix: 'digital' }, []],
    ['no name for a pattern of SQL', { namePrefix: '%' }, []],
    ['what is sold out', { inStock: false }, ['100', '32', '80', '72']],
    [
      'prices in a range, its ends included',
      { minPrice: '11.99', maxPrice: '12.990' },
      ['5', '69', '73', '82'],
    ],
    ['prices up to one', { maxPrice: '4.49' }, ['12', '6', '8', '97']],
    ['only what meets all conditions', { kind: 'GOODS', maxPrice: '4.49' }, ['97']],
  ])('gives %s', async (_, filter, ids) => {
    expect((await listIds(filter)).sort()).toEqual([...ids].sort());
  });

  it('counts what has no limit as in stock', async () => {
    const { data } = await products.execute(
      '{ products(first: 100, filter: { inStock: true, kind: SERVICE }) { edges { node { id } } } }',
    );
    expect(data.products.edges).toHaveLength(12);
  });

  it.each([
    ['a price with three decimals', { minPrice: '12.345' }],
    ['a price too large to be exact', { maxPrice: '12345678901234' }],
    ['a malformed id', { ids: ['9', '1 or 1=1'] }],
    ['more than a hundred ids', { ids: Array.from({ length: 101 }, (_, i) => String(i)) }],
  ])('refuses %s', async (_, filter) => {
    const query = 'query ($filter: ProductFilter) { products(filter: $filter) { edges { cursor } } }';
    const response = await products.execute(query, { variables: { filter } });
    expect(response.data).toEqual({ products: null });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    expect(response.errors?.[0]?.message).toMatch(/^filter\./);
  });

  it.each([
    ['NAME_ASC', 'name', false],
    ['CREATED_AT_DESC', 'createdAt', true],
    ['PRICE_ASC', 'price', false],
    ['PRICE_DESC', 'price', true],
    ['LIKE_COUNT_DESC', 'likeCount', true],
  ])(
    'in the order %s pages through all, without a gap over equal values',
    async (orderBy, field, descending) => {
      const selection = field === 'price' ? 'price { amount }' : field;
      const query = `query ($after: String, $orderBy: ProductOrder) { products(first: 7, after: $after, orderBy: $orderBy) {
      edges { cursor node { id ${selection} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`;
      const edges = await readPages<Record<string, unknown>>(async (after) => {
        return (await products.execute(query, { variables: { after, orderBy } })).data.products;
      });
      expect(new Set(edges.map(({ node }) => node.id)).size).toBe(102);
      expect(edges).toHaveLength(102);
      const values = edges.map(({ node }) =>
        field === 'price' ? Number((node.price as { amount: string }).amount) : node[field],
      ) as (string | number)[];
      const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values).toEqual(descending ? sorted.reverse() : sorted);
    },
  );

  it('tells where a page stands', async () => {
    const query = `query ($after: String) { products(first: 51, after: $after) {
      edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`;
    const first = (await products.execute(query)).data.products;
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0].cursor,
      endCursor: first.edges[50].cursor,
    });
    const { data } = await products.execute(query, { variables: { after: first.pageInfo.endCursor } });
    expect(data.products.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it.each([0, -1, 101, 1000])('refuses first: %i', async (first) => {
    const query = 'query ($first: Int) { products(first: $first) { edges { cursor } } }';
    const response = await products.execute(query, { variables: { first } });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    expect(response.errors?.[0]?.message).toBe(`first must be 1 to 100, not ${first}.`);
  });

  it.each([
    ['forged', 'nonsense'],
    ['of a foreign list', Buffer.from('["users.last_name.asc","A","1"]').toString('base64url')],
    ['of another order', Buffer.from('["products.price.asc",100,"1"]').toString('base64url')],
    ['with a value of the wrong type', Buffer.from('["products.name.asc",1,"1"]').toString('base64url')],
  ])('refuses a cursor that is %s', async (_, after) => {
    const query = 'query ($after: String) { products(after: $after) { edges { cursor } } }';
    const response = await products.execute(query, { variables: { after } });
    expect(response.data).toEqual({ products: null });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });
});
