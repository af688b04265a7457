import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../../kit/logger.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

const INTERVAL_MS = 100;
const FEED = 'orderFeed { running since placed }';

let orders: TestSubgraph;
beforeEach(async () => {
  orders = await createTestSubgraph(createOrdersSubgraph, {
    env: { ORDER_FEED_INTERVAL: String(INTERVAL_MS) },
  });
});
afterEach(() => orders[Symbol.asyncDispose]());

const ask = async (change: string, execute = orders.execute) =>
  (await execute(`mutation { ${change} { ${FEED} userErrors { code } } }`, { viewer: admin })).data[change];
const read = async () => (await orders.execute(`{ ${FEED} }`, { viewer: admin })).data.orderFeed;

/** The orders that the feed has placed, with when. */
const listFed = ({ database } = orders) =>
  database.rows<{
    id: string;
    created_at: string;
    pricing: string;
    quantity: number;
    unlimited: number;
  }>(
    `SELECT o.id, o.created_at, o.pricing, l.quantity, p.is_unlimited AS unlimited
     FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN known_products p ON p.id = l.product_id
     WHERE o.user_id IS NULL AND o.created_at > ? ORDER BY o.created_at`,
    [startedAt],
  );
const startedAt = new Date(Date.now() - 1_000).toISOString().slice(0, 23).replace('T', ' ');

/** In which interval since its start each order was placed. */
const intervalsOf = (fed: readonly { created_at: string }[], since: string) =>
  fed.map(({ created_at }) =>
    Math.floor((Date.parse(`${created_at.replace(' ', 'T')}Z`) - Date.parse(since)) / INTERVAL_MS),
  );

describe('the order feed', () => {
  it('stands until it is started', async () => {
    await sleep(3 * INTERVAL_MS);
    expect(await read()).toEqual({ running: false, since: null, placed: 0 });
    expect(await listFed()).toEqual([]);
  });

  it('places an order per interval, also when it is started twice and several replicas feed', async () => {
    const replica = await createOrdersSubgraph({
      log: createLogger('test', 'silent'),
      database: orders.database,
      env: { ORDER_FEED_INTERVAL: String(INTERVAL_MS) },
    });
    const [first, again] = [await ask('startOrderFeed'), await ask('startOrderFeed')];
    expect(first).toMatchObject({ orderFeed: { running: true }, userErrors: [] });
    expect(again.orderFeed.since).toBe(first.orderFeed.since);
    await expect.poll(async () => (await read()).placed, { timeout: 10_000 }).toBeGreaterThanOrEqual(8);
    await ask('stopOrderFeed');
    const fed = await listFed();
    expect((await read()).placed).toBe(fed.length);
    expect(new Set(intervalsOf(fed, first.orderFeed.since)).size).toBe(fed.length);
    for (const { pricing, quantity, unlimited } of fed) {
      expect([pricing, unlimited]).toEqual(['MARKET', 1]);
      expect(quantity).toBeGreaterThanOrEqual(1);
      expect(quantity).toBeLessThanOrEqual(10);
    }
    await replica.close();
  });

  it('dates an order by the interval that it is of, also when placing it takes until the next', async () => {
    let stalled = 0;
    await using slow = await createTestSubgraph(createOrdersSubgraph, {
      env: { ORDER_FEED_INTERVAL: String(INTERVAL_MS) },
      // By this clock the process stands still now and then, for the greater part of an interval.
      now: () => {
        if (Math.random() < 0.3) stalled += 0.6 * INTERVAL_MS;
        return new Date(Date.now() + stalled);
      },
    });
    const started = await ask('startOrderFeed', slow.execute);
    const placed = async () => (await slow.execute(`{ ${FEED} }`, { viewer: admin })).data.orderFeed.placed;
    await expect.poll(placed, { timeout: 10_000 }).toBeGreaterThanOrEqual(40);
    await ask('stopOrderFeed', slow.execute);
    const fed = await listFed(slow);
    expect(new Set(intervalsOf(fed, started.orderFeed.since)).size).toBe(fed.length);
  });

  it('is stopped twice, stays so, and can be started again', async () => {
    await ask('startOrderFeed');
    await expect.poll(async () => (await read()).placed, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    await ask('stopOrderFeed');
    expect((await ask('stopOrderFeed')).orderFeed).toMatchObject({ running: false, since: null });
    const { placed } = await read();
    await sleep(3 * INTERVAL_MS);
    expect((await read()).placed).toBe(placed);
    await ask('startOrderFeed');
    await expect.poll(async () => (await read()).placed, { timeout: 10_000 }).toBeGreaterThan(placed);
  });

  it('goes on after a restart', async () => {
    await using place = await provideDatabase();
    const env = { ...place.settings, ORDER_FEED_INTERVAL: String(INTERVAL_MS) };
    {
      await using before = await createTestSubgraph(createOrdersSubgraph, { env });
      await ask('startOrderFeed', before.execute);
    }
    {
      await using after = await createTestSubgraph(createOrdersSubgraph, { env });
      const readFeed = async () => (await after.execute(`{ ${FEED} }`, { viewer: admin })).data.orderFeed;
      const { running, placed } = await readFeed();
      expect(running).toBe(true);
      await expect.poll(async () => (await readFeed()).placed, { timeout: 10_000 }).toBeGreaterThan(placed);
    }
  });

  it('is an admin’s alone', async () => {
    for (const operation of [
      `mutation { startOrderFeed { ${FEED} } }`,
      `mutation { stopOrderFeed { ${FEED} } }`,
      `{ ${FEED} }`,
    ]) {
      expect(errorCodes(await orders.execute(operation, { viewer: customer('123') }))).toEqual(['FORBIDDEN']);
    }
  });
});
