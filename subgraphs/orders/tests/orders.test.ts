import { afterAll, describe, expect, it } from 'vitest';
import { readPages } from '../../../kit/testing/pages.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

const orders = await createTestSubgraph(createOrdersSubgraph);
afterAll(() => orders[Symbol.asyncDispose]());

const ORDER = 'query ($id: ID!) { order(id: $id) { id } }';
const readOrder = (id: string, viewer: typeof admin | null) =>
  orders.execute(ORDER, { viewer, variables: { id } });

interface OrderNode {
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
}

describe('an order', () => {
  it('is shown to the user who placed it, with its lines in their order', async () => {
    const query = `{ order(id: "4418") {
      id user { id } status pricing executionPrice { amount currencyCode } createdAt updatedAt
      lines { product { id } productName quantity unitPrice { amount } executionPrice { amount } }
    } }`;
    expect(await orders.execute(query, { viewer: customer('123') })).toEqual({
      data: {
        order: {
          id: '4418',
          user: { id: '123' },
          status: 'CONFIRMED',
          pricing: 'LIST',
          executionPrice: { amount: '143.93', currencyCode: 'CAD' },
          createdAt: '2026-08-05T02:25:47.896Z',
          updatedAt: '2026-08-05T02:25:47.896Z',
          lines: [
            {
              product: { id: '40' },
              productName: 'Fountain Pen',
              quantity: 1,
              unitPrice: { amount: '69.99' },
              executionPrice: { amount: '69.99' },
            },
            {
              product: { id: '69' },
              productName: 'Amber Maple Syrup 540 ml',
              quantity: 2,
              unitPrice: { amount: '12.99' },
              executionPrice: { amount: '25.98' },
            },
            {
              product: { id: '73' },
              productName: 'Sketchbook A5',
              quantity: 4,
              unitPrice: { amount: '11.99' },
              executionPrice: { amount: '47.96' },
            },
          ],
        },
      },
    });
  });

  it('of the feed is nobody’s, and has a price of the market', async () => {
    const query =
      '{ order(id: "11") { user { id } pricing executionPrice { amount } lines { unitPrice { amount } } } }';
    expect((await orders.execute(query, { viewer: admin })).data.order).toEqual({
      user: null,
      pricing: 'MARKET',
      executionPrice: { amount: '89.24' },
      lines: [{ unitPrice: { amount: '14.99' } }],
    });
  });

  it('that was rejected has no price', async () => {
    const query = `{ order(id: "28") {
      status executionPrice { amount } lines { quantity unitPrice { amount } executionPrice { amount } }
    } }`;
    expect((await orders.execute(query, { viewer: customer('91') })).data.order).toEqual({
      status: 'REJECTED',
      executionPrice: null,
      lines: [{ quantity: 5, unitPrice: null, executionPrice: null }],
    });
  });

  it('is in the currency of the deployment', async () => {
    await using euros = await createTestSubgraph(createOrdersSubgraph, { env: { CURRENCY: 'EUR' } });
    const query = '{ order(id: "1387") { executionPrice { amount currencyCode } } }';
    const { data } = await euros.execute(query, { viewer: admin });
    expect(data.order.executionPrice).toEqual({ amount: '38.97', currencyCode: 'EUR' });
  });

  it('that is unknown, another’s or the feed’s is refused to a customer in the same words', async () => {
    const answers = await Promise.all(['0', '1', '11', '5001'].map((id) => readOrder(id, customer('123'))));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.data).toEqual({ order: null });
    expect(errorCodes(answers[0] ?? {})).toEqual(['FORBIDDEN']);
  });

  it.each(['0', '5001', '00000000-0000-7000-8000-000000000000'])(
    'is null for an admin who asks for the unknown id %s',
    async (id) => {
      expect(await readOrder(id, admin)).toEqual({ data: { order: null } });
    },
  );

  it.each(['1 or 1=1', 'abc', '', '-1', '1.5', "1' --", 'x'.repeat(10_000)])(
    'is refused for the malformed id %.20s',
    async (id) => {
      const response = await readOrder(id, admin);
      expect(response.data).toEqual({ order: null });
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('needs a viewer', async () => {
    expect(errorCodes(await readOrder('1077', null))).toEqual(['UNAUTHENTICATED']);
  });

  it('is resolved by reference under the same rule, each reference by itself', async () => {
    const references = [{ id: '1077' }, { id: '1' }, { id: 'nonsense' }, { id: '0' }];
    const response = await orders.entities('Order', references, 'status', { viewer: customer('123') });
    expect(response.data._entities).toEqual([{ status: 'CONFIRMED' }, null, null, null]);
    expect(errorCodes(response).sort()).toEqual(['BAD_USER_INPUT', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('costs two statements with its lines, for one reference and for a hundred', async () => {
    const read = (count: number) =>
      orders.statements(() =>
        orders.entities(
          'Order',
          Array.from({ length: count }, (_, i) => ({ id: String(i + 1) })),
          'status lines { productName }',
          { viewer: admin },
        ),
      );
    expect((await read(1)).length).toBe(2);
    expect((await read(100)).length).toBe(2);
  });
});

describe('orders that are waited for', () => {
  it('are answered before a gateway gives up, however many there are in a request', async () => {
    // Without a bus, nobody settles them.
    await using alone = await createTestSubgraph(createOrdersSubgraph);
    const place = 'placeOrder(input: $input) { order { status } userErrors { code } }';
    const input = { lines: [{ productId: '9', quantity: 1 }], wait: true };
    const start = performance.now();
    expect(
      await alone.execute(`mutation ($input: PlaceOrderInput!) { first: ${place} second: ${place} }`, {
        viewer: customer('7'),
        variables: { input },
      }),
    ).toEqual({
      data: {
        first: { order: { status: 'PENDING' }, userErrors: [] },
        second: { order: { status: 'PENDING' }, userErrors: [] },
      },
    });
    // Twice as long as one may take is 9 s.
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});

describe('the list of orders', () => {
  const LIST = `query ($first: Int, $after: String, $filter: OrderFilter, $orderBy: OrderOrder) {
    orders(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges { cursor node { id status createdAt } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const readAll = (variables: object) =>
    readPages<OrderNode>(async (after) => {
      const options = { viewer: admin, variables: { first: 100, ...variables, after } };
      return (await orders.execute(LIST, options)).data.orders;
    });

  it('is for admins', async () => {
    expect(errorCodes(await orders.execute(LIST, { viewer: customer('123') }))).toEqual(['FORBIDDEN']);
    expect(errorCodes(await orders.execute(LIST))).toEqual(['UNAUTHENTICATED']);
  });

  it('begins with the newest', async () => {
    const { data } = await orders.execute(LIST, { viewer: admin, variables: { first: 2 } });
    expect(data.orders.edges.map(({ node }: { node: OrderNode }) => node)).toEqual([
      { id: '5000', status: 'CONFIRMED', createdAt: '2026-10-31T22:47:05.318Z' },
      { id: '4999', status: 'CONFIRMED', createdAt: '2026-10-31T03:10:33.945Z' },
    ]);
    expect(data.orders.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('narrows by status, and by when an order was placed, the start included and the end not', async () => {
    const rejected = await readAll({
      filter: {
        status: 'REJECTED',
        placedFrom: '2024-01-28T15:42:34.053Z',
        placedBefore: '2024-02-04T05:54:58.318Z',
      },
      orderBy: 'CREATED_AT_ASC',
    });
    expect(rejected.map(({ node }) => node.id)).toEqual(['28', '33']);
  });

  it('takes a moment in another time zone for what it is', async () => {
    const filter = { status: 'REJECTED', placedBefore: '2024-01-28T16:42:34.054+01:00' };
    expect((await readAll({ filter })).map(({ node }) => node.id)).toEqual(['28']);
  });

  it('of a status is paged to the end', async () => {
    const cancelled = await readAll({ first: 50, filter: { status: 'CANCELLED' } });
    expect(new Set(cancelled.map(({ node }) => node.id)).size).toBe(261);
    expect(cancelled).toHaveLength(261);
    expect(new Set(cancelled.map(({ node }) => node.status))).toEqual(new Set(['CANCELLED']));
  });

  it.each(['CREATED_AT_ASC', 'CREATED_AT_DESC'])(
    'in the order %s loses no order of the same moment',
    async (orderBy) => {
      await using tied = await createTestSubgraph(createOrdersSubgraph);
      const filter = { placedFrom: '2026-10-01T00:00:00Z' };
      const moment = '2026-10-15 12:00:00.000';
      await tied.database.transaction((trx) =>
        trx('orders').where('created_at', '>=', '2026-10-01').update({ created_at: moment }),
      );
      const [expected] = await tied.database.rows<{ count: number }>(
        'SELECT COUNT(*) AS count FROM orders WHERE created_at = ?',
        [moment],
      );
      const edges = await readPages<OrderNode>(async (after) => {
        const options = { viewer: admin, variables: { first: 7, after, filter, orderBy } };
        return (await tied.execute(LIST, options)).data.orders;
      });
      expect(expected?.count).toBeGreaterThan(100);
      expect(edges).toHaveLength(expected?.count ?? 0);
      expect(new Set(edges.map(({ node }) => node.id)).size).toBe(expected?.count);
    },
  );

  it.each([0, -1, 101, 1000])('refuses first: %i', async (first) => {
    const response = await orders.execute(LIST, { viewer: admin, variables: { first } });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['is forged', 'nonsense'],
    ['is of a foreign list', Buffer.from('["products.name.asc","A","1"]').toString('base64url')],
    [
      'is of the other order',
      Buffer.from('["orders.created_at.asc","2024-01-01 00:00:00.000","1"]').toString('base64url'),
    ],
    ['holds no moment', Buffer.from('["orders.created_at.desc","yesterday","1"]').toString('base64url')],
  ])('refuses a cursor that %s', async (_, after) => {
    const response = await orders.execute(LIST, { viewer: admin, variables: { after } });
    expect(response.data).toEqual({ orders: null });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+01:00'])(
    'refuses the moment %s, which no database holds',
    async (moment) => {
      const filter = { placedBefore: moment };
      const response = await orders.execute(LIST, { viewer: admin, variables: { filter } });
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
      expect(response.errors?.[0]?.message).toBe('filter.placedBefore must lie in the years 0 to 9999.');
    },
  );

  it.each(['yesterday', '2024-02-30T00:00:00Z'])('refuses %s as a moment', async (moment) => {
    const filter = { placedFrom: moment };
    const response = await orders.execute(LIST, { viewer: admin, variables: { filter } });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });
});
