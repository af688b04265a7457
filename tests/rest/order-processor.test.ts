import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createRestDoor, failure, type RestDoor } from './rest-door.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await createRestDoor({ carriesMessages: false });
});
afterAll(() => door.graph[Symbol.asyncDispose]());

const PREFIX = '/rest/order-processor';
const get = async (path: string, as = admin) => {
  const { status, body } = await door.ask(`GET ${PREFIX}${path}`, { as });
  return { status, body };
};

const RUNS = { running: true, since: expect.any(String), placed: 0 };
const STANDS = { running: false, since: null, placed: 0 };

describe('the order feed', () => {
  it.each([
    ['GET', '/'],
    ['GET', ''],
    ['POST', '/'],
  ])('is started by %s %s, also twice, and stopped by any of the links, also twice', async (method, path) => {
    const first = await door.ask(`${method} ${PREFIX}${path}`, { as: admin });
    expect(first).toMatchObject({ status: 200, body: RUNS });
    expect((await door.ask(`${method} ${PREFIX}${path}`, { as: admin })).body).toEqual(first.body);
    for (const stop of ['GET /stop_orders', 'POST /stop_orders', 'GET /stop_order', 'POST /stop_order']) {
      const request = stop.replace(' ', ` ${PREFIX}`);
      expect(await door.ask(request, { as: admin })).toMatchObject({ status: 200, body: STANDS });
    }
  });

  it.each(['/', '/stop_orders', '/stop_order', '/metrics'])('is an admin’s alone: %s', async (path) => {
    expect(await get(path, customer('7'))).toEqual({ status: 403, body: failure('FORBIDDEN') });
    const { status, body } = await door.ask(`GET ${PREFIX}${path}`);
    expect({ status, body }).toEqual({ status: 401, body: failure('UNAUTHENTICATED') });
  });
});

describe('an order', () => {
  const FIRST = {
    id: 1,
    status: 'CONFIRMED',
    user_id: 659,
    symbol: 'GC2',
    quantity: 1,
    lines: [{ product_id: 22, symbol: 'GC2', product: 'Digital Gift Card 25', quantity: 1 }],
    execution_price: 25,
    currency: 'CAD',
    created_at: '2024-01-03T00:57:48.870Z',
  };

  it('is told to an admin and to who ordered it', async () => {
    expect(await get('/order_info/1')).toEqual({ status: 200, body: FIRST });
    expect((await get('/order_info/1', customer('659'))).body).toEqual(FIRST);
    expect(await get('/order_info/1', customer('7'))).toEqual({ status: 403, body: failure('FORBIDDEN') });
  });

  it('has a price once it is executed', async () => {
    expect(await get('/cal_execution_price/1')).toEqual({
      status: 200,
      body: { id: 1, status: 'CONFIRMED', execution_price: 25, currency: 'CAD' },
    });
  });

  it.each(['/order_info', '/cal_execution_price'])('is found by a right id alone: %s', async (path) => {
    expect(await get(`${path}/0`)).toEqual({ status: 404, body: failure('NOT_FOUND') });
    expect(await get(`${path}/abc`)).toEqual({ status: 400, body: failure('BAD_USER_INPUT') });
  });
});

describe('the metrics', () => {
  it('count what was executed, and average it', async () => {
    expect(await get('/metrics')).toEqual({
      status: 200,
      body: { total_orders: 5000, total_processed: 4492, average_execution_price: 250.38 },
    });
  });
});
