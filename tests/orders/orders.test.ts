import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';
import { addProduct, buy, mutate, readDrift, readShelf, settle } from './shop.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const statusOf = async (id: string, userId: string) => {
  const query = 'query ($id: ID!) { order(id: $id) { status } }';
  return (await graph.execute(query, { viewer: customer(userId), variables: { id } })).data.order.status;
};

const purchasesOf = async (userId: string) => {
  const query =
    'query ($id: ID!) { user(id: $id) { purchases { edges { node { quantity product { id } } } } } }';
  const { data } = await graph.execute(query, { viewer: admin, variables: { id: userId } });
  return data.user.purchases.edges.map(({ node }: { node: unknown }) => node);
};

describe('an order', () => {
  it('is pending at once, then confirmed: stock goes down, history and totals go up', async () => {
    const id = await addProduct(graph, 5, '12.50');
    await settle(graph);
    const placed = await mutate(graph, 'placeOrder', { lines: [{ productId: id, quantity: 2 }] }, '7');
    expect(placed).toMatchObject({ order: { status: 'PENDING', executionPrice: null }, userErrors: [] });
    await settle(graph);
    expect(await statusOf(placed.order.id, '7')).toBe('CONFIRMED');
    expect(await readShelf(graph, id)).toEqual({ stock: 3, unitsSold: 2 });
    expect((await purchasesOf('7'))[0]).toEqual({ quantity: 2, product: { id } });
    expect(await readDrift(graph)).toEqual([]);
  });

  it('is waited for, and a second one is in the history at once', async () => {
    const id = await addProduct(graph, 5, '12.50');
    const first = await buy(graph, '8', id, 2);
    expect(first).toMatchObject({
      order: {
        status: 'CONFIRMED',
        executionPrice: { amount: '25.00' },
        lines: [{ quantity: 2, unitPrice: { amount: '12.50' }, executionPrice: { amount: '25.00' } }],
      },
      userErrors: [],
    });
    await buy(graph, '8', id, 1);
    expect((await purchasesOf('8'))[0]).toEqual({ quantity: 3, product: { id } });
  });

  it('of the last unit sells it and leaves none; the next is rejected and says why', async () => {
    const id = await addProduct(graph, 1);
    expect((await buy(graph, '7', id, 1)).order.status).toBe('CONFIRMED');
    expect(await readShelf(graph, id)).toEqual({ stock: 0, unitsSold: 1 });
    const refused = await buy(graph, '7', id, 1);
    expect(refused.order).toMatchObject({ status: 'REJECTED', executionPrice: null });
    expect(refused.order.rejection.code).toBe('INSUFFICIENT_STOCK');
    expect(refused.userErrors).toEqual([
      {
        code: 'INSUFFICIENT_STOCK',
        message: expect.stringMatching(/^Only 0 of Product \w+ are in stock\.$/),
        path: ['lines', '0', 'quantity'],
      },
    ]);
  });

  it('of several products takes all of them or none', async () => {
    const [plenty, scarce] = [await addProduct(graph, 10), await addProduct(graph, 1)];
    const lines = [
      { productId: plenty, quantity: 3 },
      { productId: scarce, quantity: 2 },
    ];
    const refused = await mutate(graph, 'placeOrder', { lines, wait: true }, '7');
    expect(refused.userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', path: ['lines', '1', 'quantity'] },
    ]);
    expect(await readShelf(graph, plenty)).toEqual({ stock: 10, unitsSold: 0 });
  });

  it('at the market costs 1.1 to 2 times the list price', async () => {
    const id = await addProduct(graph, null, '100.00');
    const prices = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { order } = await buy(graph, '7', id, 1, { pricing: 'MARKET' });
        return Number(order.executionPrice.amount);
      }),
    );
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(110);
    expect(Math.max(...prices)).toBeLessThanOrEqual(200);
    expect(new Set(prices).size).toBeGreaterThan(5);
  });

  it('is one, and one answer, however often it is sent with an idempotency key', async () => {
    const id = await addProduct(graph, 10);
    const send = () => buy(graph, '7', id, 1, { idempotencyKey: `once-${id}` });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ order }) => order.id)).size).toBe(1);
    expect(await readShelf(graph, id)).toEqual({ stock: 9, unitsSold: 1 });
    const other = await buy(graph, '7', id, 2, { idempotencyKey: `once-${id}` });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('of a hundred at once for ten units: exactly ten are confirmed', async () => {
    const id = await addProduct(graph, 10);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => buy(graph, String(1 + i), id, 1)),
    );
    // On a busy machine not everybody is answered in time.
    const codes = answers.flatMap(({ userErrors = [] }) =>
      userErrors.map((each: { code: string }) => each.code),
    );
    expect(codes.filter((code) => code !== 'INSUFFICIENT_STOCK')).toEqual([]);
    await settle(graph);
    const ends = await (await graph.database('orders')).rows(
      `SELECT o.status, o.rejection_code AS code, COUNT(*) AS n FROM orders o
       JOIN order_lines l ON l.order_id = o.id WHERE l.product_id = ? GROUP BY o.status, o.rejection_code ORDER BY o.status`,
      [id],
    );
    expect(ends).toEqual([
      { status: 'CONFIRMED', code: null, n: 10 },
      { status: 'REJECTED', code: 'INSUFFICIENT_STOCK', n: 90 },
    ]);
    expect(await readShelf(graph, id)).toEqual({ stock: 0, unitsSold: 10 });
    expect(await readDrift(graph)).toEqual([]);
  });
});

describe('an order that is called off', () => {
  it('gives its stock back, and leaves history and totals', async () => {
    const id = await addProduct(graph, 5);
    const { order } = await buy(graph, '9', id, 2);
    expect((await mutate(graph, 'cancelOrder', { id: order.id }, '9')).order.status).toBe('CANCELLED');
    await settle(graph);
    expect(await readShelf(graph, id)).toEqual({ stock: 5, unitsSold: 0 });
    expect((await purchasesOf('9')).some((each: { product: { id: string } }) => each.product.id === id)).toBe(
      false,
    );
    expect(await readDrift(graph)).toEqual([]);
  });

  it('gives it back once, however often it is called off', async () => {
    const id = await addProduct(graph, 5);
    const { order } = await buy(graph, '9', id, 2);
    const cancel = () => mutate(graph, 'cancelOrder', { id: order.id }, '9');
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    expect(answers.map((each) => each.order.status)).toEqual(Array(3).fill('CANCELLED'));
    await settle(graph);
    expect(await readShelf(graph, id)).toEqual({ stock: 5, unitsSold: 0 });
  });

  it('while it is still pending, ends with all of its stock on the shelf', async () => {
    const id = await addProduct(graph, 50);
    await settle(graph);
    const ids = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const { order } = await mutate(graph, 'placeOrder', { lines: [{ productId: id, quantity: 1 }] }, '9');
        await mutate(graph, 'cancelOrder', { id: order.id }, '9');
        return order.id;
      }),
    );
    await settle(graph);
    expect(await Promise.all(ids.map((each) => statusOf(each, '9')))).toEqual(Array(30).fill('CANCELLED'));
    expect(await readShelf(graph, id)).toEqual({ stock: 50, unitsSold: 0 });
    expect(await readDrift(graph)).toEqual([]);
  });

  it('must not be rejected, unknown or another’s', async () => {
    const id = await addProduct(graph, 0);
    const { order } = await buy(graph, '9', id, 1);
    expect((await mutate(graph, 'cancelOrder', { id: order.id }, '9')).userErrors).toMatchObject([
      { code: 'NOT_CANCELLABLE' },
    ]);
    expect((await mutate(graph, 'cancelOrder', { id: '0' })).userErrors).toMatchObject([
      { code: 'ORDER_NOT_FOUND' },
    ]);
    for (const each of [order.id, '0']) {
      const { errors } = await mutate(graph, 'cancelOrder', { id: each }, '10');
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('bad input', () => {
  it.each([
    ['no line', [], ['REQUIRED', 'lines']],
    ['a quantity of 0', [{ productId: '9', quantity: 0 }], ['OUT_OF_RANGE', 'lines', '0', 'quantity']],
    ['a negative quantity', [{ productId: '9', quantity: -1 }], ['OUT_OF_RANGE', 'lines', '0', 'quantity']],
    ['a quantity of 10^9', [{ productId: '9', quantity: 1e9 }], ['OUT_OF_RANGE', 'lines', '0', 'quantity']],
    [
      'a product twice',
      [
        { productId: '9', quantity: 1 },
        { productId: '9', quantity: 1 },
      ],
      ['DUPLICATE', 'lines', '1', 'productId'],
    ],
    [
      'more than a hundred lines',
      Array.from({ length: 101 }, (_, i) => ({ productId: String(i), quantity: 1 })),
      ['OUT_OF_RANGE', 'lines'],
    ],
    [
      'an unknown product',
      [{ productId: '0', quantity: 1 }],
      ['PRODUCT_NOT_FOUND', 'lines', '0', 'productId'],
    ],
  ])('is refused with a code and a path, and nothing is written: %s', async (_, lines, expected) => {
    const database = await graph.database('orders');
    const count = () => database.rows('SELECT COUNT(*) AS n FROM orders', []);
    const before = await count();
    const { order, userErrors } = await mutate(graph, 'placeOrder', { lines, wait: true }, '7');
    expect(order).toBeNull();
    expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual([
      expected,
    ]);
    expect(await count()).toEqual(before);
  });

  it.each([
    ['a quantity that is text', [{ productId: '9', quantity: 'two' }]],
    ['a quantity that is no whole number', [{ productId: '9', quantity: 1.5 }]],
    ['a product without an id', [{ quantity: 1 }]],
    ['an id that is none', [{ productId: '1 or 1=1', quantity: 1 }]],
  ])('of the wrong type is an error of the request: %s', async (_, lines) => {
    const { errors } = await mutate(graph, 'placeOrder', { lines }, '7');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('names a user that is missing or that there is not, and refuses to order for somebody else', async () => {
    const lines = [{ productId: '9', quantity: 1 }];
    const missing = await mutate(graph, 'placeOrder', { lines });
    expect(missing.userErrors).toMatchObject([{ code: 'REQUIRED', path: ['userId'] }]);
    const unknown = await mutate(graph, 'placeOrder', { lines, userId: '99999' });
    expect(unknown.userErrors).toMatchObject([{ code: 'USER_NOT_FOUND', path: ['userId'] }]);
    const { errors } = await mutate(graph, 'placeOrder', { lines, userId: '1' }, '7');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('what orders know of the other domains', () => {
  it('is there for a user and a product that are a moment old', async () => {
    const { user } = await mutate(graph, 'registerUser', {
      username: 'new.customer',
      email: 'new.customer@example.com',
      password: 'a long password',
      firstName: 'New',
      lastName: 'Customer',
    });
    const { order } = await buy(graph, user.id, await addProduct(graph, 5), 1);
    expect(order.status).toBe('CONFIRMED');
  });

  it('follows a product’s name, until it is sold no more', async () => {
    const id = await addProduct(graph, 5);
    await mutate(graph, 'updateProduct', { id, name: 'Renamed' });
    await settle(graph);
    expect((await buy(graph, '7', id, 1)).order.lines[0].productName).toBe('Renamed');
    await mutate(graph, 'deleteProduct', { id });
    await settle(graph);
    expect((await buy(graph, '7', id, 1)).userErrors).toMatchObject([{ code: 'PRODUCT_NOT_FOUND' }]);
  });

  it('forgets a user who is deleted: orders stay without a name, purchases and likes go', async () => {
    const id = await addProduct(graph, 5);
    const { order } = await buy(graph, '50', id, 1);
    await mutate(graph, 'likeProduct', { productId: id }, '50');
    expect((await mutate(graph, 'deleteUser', { id: '50' })).userErrors).toEqual([]);
    await settle(graph);
    const query = 'query ($id: ID!) { order(id: $id) { status user { id } } }';
    const { data } = await graph.execute(query, { viewer: admin, variables: { id: order.id } });
    expect(data.order).toEqual({ status: 'CONFIRMED', user: null });
    const database = await graph.database('orders');
    expect(await database.rows("SELECT * FROM purchases WHERE user_id = '50'", [])).toEqual([]);
    expect((await buy(graph, '50', id, 1)).userErrors).toMatchObject([{ code: 'USER_NOT_FOUND' }]);
    const liked = await graph.execute('query ($id: ID!) { product(id: $id) { likeCount } }', {
      variables: { id },
    });
    expect(liked.data.product.likeCount).toBe(0);
    const late = await mutate(graph, 'likeProduct', { productId: id }, '50');
    expect(late.userErrors).toMatchObject([{ code: 'USER_NOT_FOUND' }]);
    expect(await readDrift(graph)).toEqual([]);
  });
});
