import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bus,
  createBus,
  type DomainBus,
  type Message,
  type ReceivedOf,
  ReleaseStock,
  ReserveStock,
} from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { createLogger } from '../../../kit/logger.ts';
import { admin, createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createProductsSubgraph } from '../index.ts';
import { KETTLE, mutate } from './documents.ts';

let bus: Bus;
let products: TestSubgraph;
let asker: DomainBus;
let replies: ReceivedOf<typeof ReserveStock.reply | typeof ReleaseStock.reply>[];
let kettle: string;
beforeEach(async () => {
  bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  products = await createTestSubgraph(createProductsSubgraph, { bus });
  asker = bus.join('asker', products.database);
  replies = [];
  await bus.listen([ReserveStock.reply, ReleaseStock.reply], (event) => void replies.push(event));
  await bus.start();
  kettle = (await mutate(products, 'createProduct', KETTLE, admin)).product.id;
});
afterEach(async () => {
  await bus.close();
  await products[Symbol.asyncDispose]();
});

/** Sends commands, all in one transaction, and gives the replies when there is one for each. */
async function send(...messages: Message[]) {
  replies = [];
  await products.database.transaction((trx) => asker.outbox.add(trx, ...messages));
  await expect.poll(() => replies.length, { timeout: 10_000, interval: 5 }).toBe(messages.length);
  return replies.map(({ payload }) => payload);
}

const correlationId = 'shop/1/reserve/0';
const reserve = (orderId: string, quantity: number, { productId = kettle, round = 0 } = {}) =>
  ReserveStock.message({ id: orderId, payload: { lines: [{ productId, quantity }], round }, correlationId });
const release = (orderId: string, round = 0) =>
  ReleaseStock.message({ id: orderId, payload: { round }, correlationId });

const readStock = async (id = kettle) =>
  (await products.execute('query ($id: ID!) { product(id: $id) { stock } }', { variables: { id } })).data
    .product.stock;

describe('stock that is reserved', () => {
  it('is taken at the price of that moment', async () => {
    const [reply] = await send(reserve(newId(), 2));
    expect(reply).toEqual({
      outcome: 'DONE',
      result: { lines: [{ productId: kettle, quantity: 2, unitPriceMinor: 3990 }] },
    });
    expect(await readStock()).toBe(3);
  });

  it('is taken once for an order, and the answer is given again', async () => {
    const order = newId();
    const [first] = await send(reserve(order, 2));
    const again = await send(reserve(order, 2), reserve(order, 2));
    expect(again).toEqual([first, first]);
    expect(await readStock()).toBe(3);
  });

  it('is taken by as many orders as it lasts for, when they come together', async () => {
    const answers = await send(...Array.from({ length: 8 }, () => reserve(newId(), 1)));
    expect(answers.filter(({ outcome }) => outcome === 'DONE')).toHaveLength(5);
    expect(answers.filter(({ outcome }) => outcome === 'REFUSED')).toHaveLength(3);
    expect(await readStock()).toBe(0);
  });

  it('is not taken where one line of several cannot be served', async () => {
    const lines = [
      { productId: kettle, quantity: 1 },
      { productId: '0', quantity: 1 },
    ];
    const [reply] = await send(
      ReserveStock.message({ id: newId(), payload: { lines, round: 0 }, correlationId }),
    );
    expect(reply).toMatchObject({ outcome: 'REFUSED', code: 'PRODUCT_NOT_FOUND', about: '0' });
    expect(await readStock()).toBe(5);
  });

  it('of what has no limit leaves it so', async () => {
    const order = newId();
    expect((await send(reserve(order, 1_000, { productId: '9' })))[0]?.outcome).toBe('DONE');
    await send(release(order));
    expect(await readStock('9')).toBeNull();
  });
});

describe('stock that is released', () => {
  it('goes back once, however often that is asked for', async () => {
    const order = newId();
    await send(reserve(order, 2));
    await send(release(order), release(order));
    await send(release(order));
    expect(await readStock()).toBe(5);
  });

  it('before it was reserved is never taken', async () => {
    const order = newId();
    await send(release(order));
    const [reply] = await send(reserve(order, 2));
    expect(reply).toMatchObject({ outcome: 'REFUSED', code: 'RELEASED', about: null });
    expect(await readStock()).toBe(5);
  });

  it('is nothing where nothing was reserved', async () => {
    const order = newId();
    await send(reserve(order, 9));
    await send(release(order));
    expect(await readStock()).toBe(5);
  });

  it('of a product that is gone is nobody’s', async () => {
    const order = newId();
    await send(reserve(order, 2));
    await mutate(products, 'deleteProduct', { id: kettle }, admin);
    expect((await send(release(order)))[0]?.outcome).toBe('DONE');
  });

  it('is taken again when that is asked for in a later round, and what comes late leaves it so', async () => {
    const order = newId();
    await send(reserve(order, 2));
    await send(release(order));
    const [again] = await send(reserve(order, 2, { round: 1 }));
    expect(again?.outcome).toBe('DONE');
    await send(release(order, 0), reserve(order, 2, { round: 0 }));
    expect(await readStock()).toBe(3);
    await send(release(order, 1));
    expect(await readStock()).toBe(5);
  });
});
