import { afterAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

const orders = await createTestSubgraph(createOrdersSubgraph);
afterAll(() => orders[Symbol.asyncDispose]());

const METRICS = `{ orderMetrics {
  total executed byStatus { status count }
  averageExecutionPrice { amount currencyCode } minimumExecutionPrice { amount } maximumExecutionPrice { amount }
} }`;

describe('the metrics of orders', () => {
  it('count all orders, and price those that executed', async () => {
    expect(await orders.execute(METRICS, { viewer: admin })).toEqual({
      data: {
        orderMetrics: {
          total: 5000,
          executed: 4492,
          byStatus: [
            { status: 'PENDING', count: 0 },
            { status: 'CONFIRMED', count: 4492 },
            { status: 'REJECTED', count: 247 },
            { status: 'CANCELLED', count: 261 },
          ],
          averageExecutionPrice: { amount: '250.38', currencyCode: 'CAD' },
          minimumExecutionPrice: { amount: '1.99' },
          maximumExecutionPrice: { amount: '3042.96' },
        },
      },
    });
  });

  it('are zero and null while there are no orders', async () => {
    await using empty = await createTestSubgraph(createOrdersSubgraph, { env: { SEED: 'none' } });
    expect((await empty.execute(METRICS, { viewer: admin })).data.orderMetrics).toEqual({
      total: 0,
      executed: 0,
      byStatus: ['PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED'].map((status) => ({ status, count: 0 })),
      averageExecutionPrice: null,
      minimumExecutionPrice: null,
      maximumExecutionPrice: null,
    });
  });

  it('cost one statement', async () => {
    expect(await orders.statements(() => orders.execute(METRICS, { viewer: admin }))).toHaveLength(1);
  });

  it('are for admins', async () => {
    expect(errorCodes(await orders.execute(METRICS, { viewer: customer('123') }))).toEqual(['FORBIDDEN']);
    expect(errorCodes(await orders.execute(METRICS))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('the units sold of a product', () => {
  it('are shown to anyone, and are 0 for a product that was never sold', async () => {
    const references = [{ id: '26' }, { id: '1' }, { id: '1000' }];
    expect(await orders.entities('Product', references, 'id unitsSold')).toEqual({
      data: {
        _entities: [
          { id: '26', unitsSold: 165 },
          { id: '1', unitsSold: 85 },
          { id: '1000', unitsSold: 0 },
        ],
      },
    });
  });

  it('cost one statement, for one product and for a hundred', async () => {
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    const one = await orders.statements(() =>
      orders.entities('Product', references.slice(0, 1), 'unitsSold'),
    );
    const hundred = await orders.statements(() => orders.entities('Product', references, 'unitsSold'));
    expect([one.length, hundred.length]).toEqual([1, 1]);
  });

  it('are refused for a malformed id, and for that one alone', async () => {
    const response = await orders.entities('Product', [{ id: '1 or 1=1' }, { id: '26' }], 'unitsSold');
    expect(response.data._entities).toEqual([null, { unitsSold: 165 }]);
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('figures larger than an Int can be', () => {
  const MOST = 2 ** 31 - 1;

  it('are told as the largest, up to which they are exact', async () => {
    await using busy = await createTestSubgraph(createOrdersSubgraph, { env: { SEED: 'none' } });
    await busy.database.transaction(async (trx) => {
      const last_purchased_at = '2026-03-01 12:00:00.000';
      const sums = { 1: MOST + 1, 2: MOST };
      for (const [product_id, sum] of Object.entries(sums)) {
        await trx('product_sales').insert({ product_id, units_sold: sum });
        await trx('purchases').insert({ user_id: '9', product_id, quantity: sum, last_purchased_at });
      }
      const priced = { priced_count: 1, price_sum_minor: 100, price_min_minor: 100, price_max_minor: 100 };
      await trx('order_metrics').delete();
      await trx('order_metrics').insert({ status: 'CONFIRMED', order_count: MOST + 1, ...priced });
    });
    const references = [{ id: '1' }, { id: '2' }];
    expect(await busy.entities('Product', references, 'unitsSold')).toEqual({
      data: { _entities: [{ unitsSold: MOST }, { unitsSold: MOST }] },
    });
    const purchases = 'purchases { edges { node { quantity } } }';
    expect(await busy.entities('User', [{ id: '9' }], purchases, { viewer: customer('9') })).toEqual({
      data: {
        _entities: [{ purchases: { edges: [{ node: { quantity: MOST } }, { node: { quantity: MOST } }] } }],
      },
    });
    expect((await busy.execute(METRICS, { viewer: admin })).data.orderMetrics).toMatchObject({
      total: MOST,
      executed: MOST,
      byStatus: [{ count: 0 }, { status: 'CONFIRMED', count: MOST }, { count: 0 }, { count: 0 }],
    });
  });
});
