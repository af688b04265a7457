import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bus,
  createBus,
  type DomainBus,
  ExecuteOrder,
  type Message,
  OrderCancelled,
  OrderConfirmed,
  OrderRejected,
  type ReceivedOf,
  RejectOrder,
} from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { createLogger } from '../../../kit/logger.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

const correlationId = 'shop/1/execute/1';
const EVENTS = [OrderConfirmed, OrderRejected, OrderCancelled] as const;

let bus: Bus;
let orders: TestSubgraph;
let asker: DomainBus;
let replies: ReceivedOf<typeof ExecuteOrder.reply | typeof RejectOrder.reply>[];
let told: ReceivedOf<(typeof EVENTS)[number]>[];
beforeEach(async () => {
  bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  orders = await createTestSubgraph(createOrdersSubgraph, { bus });
  asker = bus.join('asker', orders.database);
  told = [];
  await bus.listen([ExecuteOrder.reply, RejectOrder.reply], (reply) => void replies.push(reply));
  await bus.listen(EVENTS, (event) => void told.push(event));
  await bus.start();
});
afterEach(async () => {
  await bus.close();
  await orders[Symbol.asyncDispose]();
});

/** Sends commands, all in one transaction, and gives what came of each. */
async function send(...messages: Message[]) {
  replies = [];
  await orders.database.transaction((trx) => asker.outbox.add(trx, ...messages));
  await expect.poll(() => replies.length, { timeout: 10_000, interval: 5 }).toBe(messages.length);
  return replies.map(({ payload }) => payload);
}

const PRICES = [
  { productId: '9', unitPriceMinor: 1_000 },
  { productId: '26', unitPriceMinor: 3_499 },
];
const execute = (id: string, unitPrices = PRICES) =>
  ExecuteOrder.message({ id, payload: { unitPrices }, correlationId });
const reject = (id: string, message = 'None is left.') =>
  RejectOrder.message({
    id,
    payload: { code: 'INSUFFICIENT_STOCK', message, productId: '26' },
    correlationId,
  });

async function place(pricing = 'LIST'): Promise<string> {
  const lines = [
    { productId: '9', quantity: 2 },
    { productId: '26', quantity: 1 },
  ];
  const { data } = await orders.execute(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }',
    { viewer: customer('7'), variables: { input: { lines, pricing } } },
  );
  return data.placeOrder.order.id;
}

const read = async (id: string) =>
  (
    await orders.execute(
      `query ($id: ID!) { order(id: $id) {
        status executionPrice { amount } rejection { code message } lines { executionPrice { amount } }
      } }`,
      { viewer: admin, variables: { id } },
    )
  ).data.order;

const readDrift = () => orders.subgraph.recount(orders.database);

describe('an order that is executed', () => {
  it('is confirmed at the prices at which stock was taken, and told to the others', async () => {
    const id = await place();
    expect(await send(execute(id))).toEqual([{ outcome: 'DONE', result: { executionPriceMinor: 5_499 } }]);
    expect(await read(id)).toEqual({
      status: 'CONFIRMED',
      executionPrice: { amount: '54.99' },
      rejection: null,
      lines: [{ executionPrice: { amount: '20.00' } }, { executionPrice: { amount: '34.99' } }],
    });
    expect(told).toMatchObject([
      {
        name: 'OrderConfirmed',
        subjectId: id,
        sequence: 2,
        payload: {
          userId: '7',
          executionPriceMinor: 5_499,
          lines: [
            { productId: '9', quantity: 2, executionPriceMinor: 2_000 },
            { productId: '26', quantity: 1, executionPriceMinor: 3_499 },
          ],
        },
      },
    ]);
    expect(await readDrift()).toEqual([]);
  });

  it('is priced, counted and told of once, however often that is asked for', async () => {
    const id = await place('MARKET');
    const [first, ...together] = await send(execute(id), execute(id), execute(id));
    const dearer = PRICES.map((each) => ({ ...each, unitPriceMinor: each.unitPriceMinor * 3 }));
    const later = await send(execute(id, dearer));
    expect([...together, ...later]).toEqual([first, first, first]);
    expect(told).toHaveLength(1);
    expect(await readDrift()).toEqual([]);
  });

  it('needs a price for each of its products, and stays pending without', async () => {
    const id = await place();
    expect(await send(execute(id, PRICES.slice(1)))).toMatchObject([
      { outcome: 'REFUSED', code: 'PRICE_MISSING' },
    ]);
    expect((await read(id)).status).toBe('PENDING');
    expect(told).toEqual([]);
  });

  it('must be there, and must not have been called off', async () => {
    const id = await place();
    await orders.execute(`mutation { cancelOrder(input: { id: "${id}" }) { order { id } } }`, {
      viewer: customer('7'),
    });
    expect(await send(execute(id))).toMatchObject([{ outcome: 'REFUSED', code: 'ORDER_SETTLED' }]);
    expect(await send(execute(newId()))).toMatchObject([{ outcome: 'REFUSED', code: 'ORDER_NOT_FOUND' }]);
    expect((await read(id)).status).toBe('CANCELLED');
    expect(await readDrift()).toEqual([]);
  });
});

describe('an order that is rejected', () => {
  it('says why, is told of once, and is never executed', async () => {
    const id = await place();
    expect(await send(reject(id), reject(id))).toEqual(Array(2).fill({ outcome: 'DONE', result: {} }));
    expect(await send(execute(id))).toMatchObject([{ outcome: 'REFUSED', code: 'ORDER_SETTLED' }]);
    expect(await read(id)).toMatchObject({
      status: 'REJECTED',
      executionPrice: null,
      rejection: { code: 'INSUFFICIENT_STOCK', message: 'None is left.' },
    });
    expect(told.map(({ name, sequence }) => [name, sequence])).toEqual([['OrderRejected', 2]]);
    expect(await readDrift()).toEqual([]);
  });

  it('is cancelled where it was confirmed before, and leaves history and totals', async () => {
    const id = await place();
    await send(execute(id), reject(id));
    expect((await read(id)).status).toBe('CANCELLED');
    expect(told.map(({ name }) => name)).toEqual(['OrderConfirmed', 'OrderCancelled']);
    expect(await readDrift()).toEqual([]);
  });

  it('keeps as much of a long reason as there is room for', async () => {
    const id = await place();
    await send(reject(id, 'x'.repeat(5_000)));
    expect((await read(id)).rejection.message).toBe('x'.repeat(500));
    const other = await place();
    await send(reject(other, `x${'🎉'.repeat(500)}`));
    expect((await read(other)).rejection.message).toBe(`x${'🎉'.repeat(499)}`);
  });

  it('must be there', async () => {
    expect(await send(reject(newId()))).toMatchObject([{ outcome: 'REFUSED', code: 'ORDER_NOT_FOUND' }]);
  });
});
