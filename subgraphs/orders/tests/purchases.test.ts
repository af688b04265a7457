import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bus, createBus, type DomainBus, ExecuteOrder } from '../../../events/index.ts';
import { createLogger } from '../../../kit/logger.ts';
import { createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

// A user of the sample who has bought nothing.
const USER = '9';
const A = '26';
const B = '40';
const at = (minute: number) => `2026-03-01T12:0${minute}:00.000Z`;

let bus: Bus;
let orders: TestSubgraph;
let asker: DomainBus;
let now: string;
let replies: number;
beforeEach(async () => {
  bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  orders = await createTestSubgraph(createOrdersSubgraph, { bus, now: () => new Date(now) });
  asker = bus.join('asker', orders.database);
  replies = 0;
  await bus.listen([ExecuteOrder.reply], () => void replies++);
  await bus.start();
});
afterEach(async () => {
  await bus.close();
  await orders[Symbol.asyncDispose]();
});

async function ask(operation: string, input: object) {
  const { data } = await orders.execute(
    `mutation ($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) {
      ${operation}(input: $input) { order { id } userErrors { code } }
    }`,
    { viewer: customer(USER), variables: { input } },
  );
  expect(data[operation].userErrors).toEqual([]);
  return data[operation].order.id as string;
}

const place = (minute: number, productId: string) => {
  now = at(minute);
  return ask('placeOrder', { lines: [{ productId, quantity: 2 }] });
};

/** Confirms orders, all in one transaction. */
async function confirm(minute: number, ...ids: string[]) {
  now = at(minute);
  replies = 0;
  const unitPrices = [A, B].map((productId) => ({ productId, unitPriceMinor: 1_000 }));
  const commands = ids.map((id) =>
    ExecuteOrder.message({ id, payload: { unitPrices }, correlationId: `shop/${id}/execute/1` }),
  );
  await orders.database.transaction((trx) => asker.outbox.add(trx, ...commands));
  await expect.poll(() => replies, { timeout: 10_000, interval: 5 }).toBe(ids.length);
}

async function buy(minute: number, productId: string) {
  const id = await place(minute, productId);
  await confirm(minute, id);
  return id;
}

const cancel = (id: string) => ask('cancelOrder', { id });

async function readPurchases() {
  const selection = 'purchases { edges { node { product { id } quantity lastPurchasedAt } } }';
  const { data } = await orders.entities('User', [{ id: USER }], selection, { viewer: customer(USER) });
  const { edges } = data._entities[0].purchases;
  return edges.map(
    ({ node }: { node: { product: { id: string }; quantity: number; lastPurchasedAt: string } }) => [
      node.product.id,
      node.quantity,
      node.lastPurchasedAt,
    ],
  );
}

const recount = () => orders.subgraph.recount(orders.database);

describe('a purchase', () => {
  it('is of the latest order that is left when a later one is called off, and stands there in the list', async () => {
    await buy(1, A);
    await buy(2, B);
    const last = await buy(3, A);
    expect(await readPurchases()).toEqual([
      [A, 4, at(3)],
      [B, 2, at(2)],
    ]);
    await cancel(last);
    expect(await readPurchases()).toEqual([
      [B, 2, at(2)],
      [A, 2, at(1)],
    ]);
    expect(await recount()).toEqual([]);
  });

  it('is of the latest order also when an earlier one is called off or confirmed later', async () => {
    const waiting = await place(1, A);
    const early = await buy(2, A);
    await buy(3, A);
    await confirm(4, waiting);
    await cancel(early);
    expect(await readPurchases()).toEqual([[A, 4, at(3)]]);
    expect(await recount()).toEqual([]);
  });

  it('is gone with its only order, and begins anew with the next, placed before or not', async () => {
    const waiting = await place(1, A);
    await cancel(await buy(2, A));
    expect(await readPurchases()).toEqual([]);
    await confirm(3, waiting);
    expect(await readPurchases()).toEqual([[A, 2, at(1)]]);
    expect(await recount()).toEqual([]);
  });

  it('is of the latest of several that are confirmed, and then called off, at once', async () => {
    const ids = [await place(1, A), await place(3, A), await place(2, A), await place(4, B)];
    await confirm(5, ...ids);
    expect(await readPurchases()).toEqual([
      [B, 2, at(4)],
      [A, 6, at(3)],
    ]);
    await Promise.all(ids.slice(1).map(cancel));
    expect(await readPurchases()).toEqual([[A, 2, at(1)]]);
    expect(await recount()).toEqual([]);
  });
});

describe('a recount', () => {
  it('tells of a purchase that has another time than the latest of its orders', async () => {
    await buy(1, A);
    const row = { user_id: USER, product_id: A };
    await orders.database.transaction((trx) =>
      trx('purchases').where(row).update({ last_purchased_at: '2026-03-01 12:03:00.000' }),
    );
    expect(await recount()).toEqual([
      { what: `the latest of the purchases of user ${USER} of product ${A}`, kept: at(3), counted: at(1) },
    ]);
  });
});

describe('a database from before', () => {
  it('is brought to the times of the orders that are left', async () => {
    await buy(1, A);
    const row = { user_id: USER, product_id: A };
    await orders.database.transaction(async (trx) => {
      await trx('purchases').where(row).update({ last_purchased_at: '2026-03-01 12:03:00.000' });
      await trx('purchases').insert({
        ...row,
        product_id: B,
        quantity: 0,
        last_purchased_at: '2026-03-01 12:02:00.000',
      });
      await trx('schema_migrations').where({ name: '004-purchase-times' }).delete();
    });
    const { database } = orders;
    await createOrdersSubgraph({ log: createLogger('test', 'silent'), env: { SEED: 'none' }, database });
    expect(await recount()).toEqual([]);
    expect(await database.rows('SELECT product_id FROM purchases WHERE user_id = ?', [USER])).toEqual([
      { product_id: A },
    ]);
  });
});
