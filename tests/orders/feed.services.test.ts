import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningProgram } from '../process.ts';
import { type Deployment, deploy } from './deployment.ts';

const INTERVAL_MS = 2_000;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await deploy({ LOG_LEVEL: 'debug' });
});
afterAll(() => deployment?.[Symbol.asyncDispose]());

const timeOf = (stored: string) => Date.parse(`${stored.replace(' ', 'T')}Z`);

describe('an order that is waited for', () => {
  it('is given as it is when nobody settles it in time, and is settled later all the same', async () => {
    const query = `mutation ($input: PlaceOrderInput!) {
      placeOrder(input: $input) { order { id status } userErrors { code } }
    }`;
    const input = { userId: '7', lines: [{ productId: '1', quantity: 1 }], wait: true };
    const start = Date.now();
    const { placeOrder } = await deployment.ask('orders', query, { input });
    expect(placeOrder).toEqual({ order: { id: expect.any(String), status: 'PENDING' }, userErrors: [] });
    expect(Date.now() - start).toBeGreaterThan(4_000);
    await using _ = await deployment.startWorker();
    const status = () => deployment.ask('orders', '{ orders(first: 1) { edges { node { id status } } } }');
    await expect
      .poll(async () => (await status()).orders.edges[0].node, { timeout: 30_000 })
      .toEqual({ id: placeOrder.order.id, status: 'CONFIRMED' });
  });
});

describe('the order feed of two processes', () => {
  const listFed = () =>
    deployment.rows<{ id: string; created_at: string }>(
      'SELECT id, CAST(created_at AS CHAR) AS created_at FROM orders.orders WHERE user_id IS NULL AND created_at >= ? ORDER BY created_at',
      [startedAt],
    );
  let startedAt: string;

  /** The orders that a process placed for the feed, by its own log. */
  const placedBy = ({ output }: RunningProgram) =>
    [...output().matchAll(/the feed placed order ([\w-]+)/g)].map(([, id]) => id as string);

  it('has one order in each interval, also when the one that feeds is killed', async () => {
    startedAt = new Date().toISOString().slice(0, 23).replace('T', ' ');
    const feeders = await Promise.all([0, 1].map(() => deployment.startWorker()));
    const { startOrderFeed } = await deployment.ask(
      'orders',
      'mutation { startOrderFeed { orderFeed { since } } }',
    );
    const untilFed = (count: number) =>
      expect.poll(async () => (await listFed()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
    await untilFed(4);
    const last = (await listFed()).at(-1)?.id as string;
    const victim = feeders.find((each) => placedBy(each).includes(last)) as RunningProgram;
    victim.child.kill('SIGKILL');
    await victim.ended;
    const before = (await listFed()).length;
    const killedAt = Date.now();
    await untilFed(before + 1);
    // What the dead one had in hand is free at once: the next interval has its order.
    expect(Date.now() - killedAt).toBeLessThan(2 * INTERVAL_MS);
    await untilFed(before + 3);
    await deployment.ask('orders', 'mutation { stopOrderFeed { orderFeed { running } } }');
    await sleep(INTERVAL_MS);

    const fed = await listFed();
    const placed = feeders.flatMap(placedBy);
    expect(placed.toSorted()).toEqual(fed.map(({ id }) => id).toSorted());
    const since = Date.parse(startOrderFeed.orderFeed.since);
    const intervals = fed.map(({ created_at }) => Math.floor((timeOf(created_at) - since) / INTERVAL_MS));
    expect(new Set(intervals).size).toBe(fed.length);
    // An even pace: from the first to the last, hardly an interval is without.
    const span = (intervals.at(-1) as number) - (intervals[0] as number) + 1;
    expect(span - fed.length).toBeLessThanOrEqual(1);
    for (const each of feeders) await each[Symbol.asyncDispose]();
  });
});
