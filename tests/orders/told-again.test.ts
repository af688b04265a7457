import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bus, createBus, OrderPlaced, type ReceivedOf } from '../../events/index.ts';
import { createLogger } from '../../kit/logger.ts';
import type { SubgraphFactory } from '../../kit/server/subgraph.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../../subgraphs/notifications/index.ts';
import { createOrdersSubgraph } from '../../subgraphs/orders/index.ts';
import { createProductsSubgraph } from '../../subgraphs/products/index.ts';
import { createReportsSubgraph } from '../../subgraphs/reports/index.ts';
import { createWorkflowsSubgraph } from '../../subgraphs/workflows/index.ts';

const MINUTE_MS = 60_000;
/** Longer than orders wait until they look again at what is due. */
const A_LOOK_MS = 1_500;
/** A product of the sample, and how many there are of it. */
const PRODUCT = '26';
const STOCK = 33;

let bus: Bus;
let orders: TestSubgraph;
let clock: Date;
/** What was published of orders that are placed. */
let told: ReceivedOf<typeof OrderPlaced>[];
let ending: AsyncDisposableStack;

/** Starts a domain, which hears what is published from now on. */
const start = async (create: SubgraphFactory, env = {}) =>
  ending.use(await createTestSubgraph(create, { bus, env, now: () => clock }));

beforeEach(async () => {
  ending = new AsyncDisposableStack();
  clock = new Date('2026-10-01T12:00:00.000Z');
  bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  orders = await start(createOrdersSubgraph);
  told = [];
  await bus.listen([OrderPlaced], (event) => void told.push(event));
  await bus.start();
});
afterEach(async () => {
  await bus.close();
  await ending.disposeAsync();
});

const pass = (milliseconds: number) => {
  clock = new Date(clock.getTime() + milliseconds);
};

async function place({ execute } = orders): Promise<string> {
  const { data } = await execute(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }',
    { viewer: customer('7'), variables: { input: { lines: [{ productId: PRODUCT, quantity: 2 }] } } },
  );
  return data.placeOrder.order.id;
}

/** Waits until it was told so often in all of an order. */
const toldOf = (id: string, times: number) =>
  expect.poll(() => told.filter(({ subjectId }) => subjectId === id).length, { timeout: 10_000 }).toBe(times);

const untilSettled = (id: string) =>
  expect
    .poll(
      async () => {
        const query = 'query ($id: ID!) { order(id: $id) { status } }';
        return (await orders.execute(query, { viewer: admin, variables: { id } })).data.order.status;
      },
      { timeout: 10_000 },
    )
    .toBe('CONFIRMED');

const stockIn = async (products: TestSubgraph): Promise<number> =>
  (await products.execute(`{ product(id: "${PRODUCT}") { stock } }`)).data.product.stock;

async function countsIn(reports: TestSubgraph): Promise<Record<string, number>> {
  const query = '{ report(kind: ORDERS) { byCategory { category count } } }';
  const { data } = await reports.execute(query, { viewer: admin });
  return Object.fromEntries(
    data.report.byCategory.map((each: { category: string; count: number }) => [each.category, each.count]),
  );
}

const COUNTED_ONCE = { PLACED: 1, CONFIRMED: 1, REJECTED: 0, CANCELLED: 0 };

const statesIn = async (workflows: TestSubgraph, id: string): Promise<readonly string[]> =>
  (
    await workflows.execute('{ workflowRuns { edges { node { subject state } } } }', { viewer: admin })
  ).data.workflowRuns.edges
    .filter(({ node }: { node: { subject: string } }) => node.subject === `Order:${id}`)
    .map(({ node }: { node: { state: string } }) => node.state);

describe('an order of which nobody heard', () => {
  it('is told of again, settled and counted, once, when it was placed', async () => {
    const id = await place();
    const placedAt = clock.toISOString();
    await toldOf(id, 1);
    const products = await start(createProductsSubgraph);
    const workflows = await start(createWorkflowsSubgraph);
    const reports = await start(createReportsSubgraph, { SEED: 'none' });
    await start(createNotificationsSubgraph);
    pass(MINUTE_MS);
    await untilSettled(id);
    await expect.poll(() => statesIn(workflows, id), { timeout: 10_000 }).toEqual(['COMPLETED']);
    await expect.poll(() => countsIn(reports), { timeout: 10_000 }).toEqual(COUNTED_ONCE);
    expect(await stockIn(products)).toBe(STOCK - 2);
    expect(told).toEqual([{ ...told[0], id, occurredAt: placedAt }, told[0]]);
    expect(await orders.subgraph.recount(orders.database)).toEqual([]);
  });

  it('is told of by one of several replicas, whichever finds it first', async () => {
    for (let i = 0; i < 3; i++) {
      const { close } = await createOrdersSubgraph({
        log: createLogger('test', 'silent'),
        bus,
        database: orders.database,
        env: {},
        now: () => clock,
      });
      ending.defer(close);
    }
    const ids = await Promise.all(Array.from({ length: 20 }, () => place()));
    for (const id of ids) await toldOf(id, 1);
    pass(MINUTE_MS);
    for (const id of ids) await toldOf(id, 2);
    await sleep(A_LOOK_MS);
    expect(told).toHaveLength(2 * ids.length);
  });

  it('is told of again when a process of an older version took it, which does not say when', async () => {
    const id = await place();
    await toldOf(id, 1);
    await orders.database.transaction(async (trx) => {
      await trx('orders').where({ id }).update({ tell_at: null });
    });
    pass(MINUTE_MS - 1);
    await sleep(A_LOOK_MS);
    await toldOf(id, 1);
    pass(1);
    await toldOf(id, 2);
    await sleep(A_LOOK_MS);
    await toldOf(id, 2);
  });

  it('is left alone by who finds it due while another replica tells of it', async () => {
    const id = await place();
    await toldOf(id, 1);
    await orders.database.transaction(async (trx) => {
      await trx('orders').where({ id }).update({ tell_at: '2026-10-01 13:00:00.000' });
      pass(MINUTE_MS);
      await sleep(A_LOOK_MS);
    });
    await sleep(A_LOOK_MS);
    await toldOf(id, 1);
  });

  it('is told of more seldom the longer it waits, and each hour in the end', async () => {
    const id = await place();
    await toldOf(id, 1);
    for (const [i, minutes] of [1, 1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      pass(minutes * MINUTE_MS - 1);
      // That nothing comes is waited for once.
      if (minutes === 4) await sleep(A_LOOK_MS);
      if (minutes === 4) await toldOf(id, i + 1);
      pass(1);
      await toldOf(id, i + 2);
    }
  });

  it('is told of again by nobody as long as the first message has not left', async () => {
    await using alone = await createTestSubgraph(createOrdersSubgraph, { now: () => clock });
    const id = await place(alone);
    const { database } = alone;
    const readRows = (sql: string) => database.rows<Record<string, string>>(sql, []);
    const first = await readRows('SELECT * FROM event_outbox');
    expect(first).toMatchObject([{ id, name: 'OrderPlaced' }]);
    const look = () => readRows('SELECT tell_at FROM orders WHERE tell_at IS NOT NULL');
    const before = await look();
    pass(MINUTE_MS);
    await expect.poll(look, { timeout: 10_000 }).not.toEqual(before);
    expect(await readRows('SELECT * FROM event_outbox')).toEqual(first);
  });

  it('is not told of again once it is called off', async () => {
    const id = await place();
    await toldOf(id, 1);
    await orders.execute(`mutation { cancelOrder(input: { id: "${id}" }) { order { id } } }`, {
      viewer: customer('7'),
    });
    pass(60 * MINUTE_MS);
    await sleep(A_LOOK_MS);
    await toldOf(id, 1);
  });
});

describe('an order of which everybody heard', () => {
  it('is told of once when it is settled in time', async () => {
    await start(createProductsSubgraph);
    await start(createWorkflowsSubgraph);
    const reports = await start(createReportsSubgraph, { SEED: 'none' });
    const id = await place();
    await untilSettled(id);
    pass(60 * MINUTE_MS);
    await sleep(A_LOOK_MS);
    expect(told.map((event) => event.id)).toEqual([id]);
    await expect.poll(() => countsIn(reports), { timeout: 10_000 }).toEqual(COUNTED_ONCE);
  });

  it('changes nothing when it is told of again while its run is under way', async () => {
    const workflows = await start(createWorkflowsSubgraph, { WORKFLOW_STEP_TIMEOUT: '600000' });
    const reports = await start(createReportsSubgraph, { SEED: 'none' });
    const id = await place();
    await expect.poll(() => statesIn(workflows, id), { timeout: 10_000 }).toEqual(['RUNNING']);
    pass(MINUTE_MS);
    await toldOf(id, 2);
    pass(MINUTE_MS);
    await toldOf(id, 3);
    // Its run has waited for somebody who reserves.
    const products = await start(createProductsSubgraph);
    await start(createNotificationsSubgraph);
    await untilSettled(id);
    await expect.poll(() => statesIn(workflows, id), { timeout: 10_000 }).toEqual(['COMPLETED']);
    await expect.poll(() => countsIn(reports), { timeout: 10_000 }).toEqual(COUNTED_ONCE);
    expect(await stockIn(products)).toBe(STOCK - 2);
    const reserved = await products.database.rows('SELECT order_id FROM reservations', []);
    expect(reserved).toEqual([{ order_id: id }]);
    expect(await orders.subgraph.recount(orders.database)).toEqual([]);
  });
});
