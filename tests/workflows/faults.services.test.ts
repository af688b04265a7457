import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../kit/ids.ts';
import { type Fleet, startFleet } from '../fleet.ts';
import type { RunningProgram } from '../process.ts';

const RUNS = 1_000;
/** So many of them are completed when an orchestrator is killed: it is in the middle of them. */
const KILLED_AFTER = [200, 500];
const LEAST_IN_FLIGHT = 20;
const LANES = 16;
const PATIENCE = { timeout: 100_000, interval: 100 };
/** RabbitMQ 3.10 that is killed within a second of a quorum queue's creation finds no leader for it for a minute. */
const QUEUES_SETTLE_MS = 4_000;

const TYPES = ['VEHICLE', 'PERSON', 'ANIMAL', 'FIRE'];
const REPORT = `mutation ($input: ReportDetectionInput!) {
  reportDetection(input: $input) { detection { id } userErrors { code } } }`;

vi.setConfig({ testTimeout: 300_000 });

let fleet: Fleet;
let orchestrators: RunningProgram[];
beforeAll(async () => {
  fleet = await startFleet(['workflows', 'security', 'notifications', 'reports', 'products', 'orders'], {
    WORKFLOWS_PROCESSING: 'apart',
    SECURITY_SEED: 'none',
    NOTIFICATIONS_SEED: 'none',
    REPORTS_SEED: 'none',
    // A reply that is this late is not late: it is what the tests make late that should be.
    WORKFLOW_STEP_TIMEOUT: '4000',
    WORKFLOW_STEP_ATTEMPTS: '2',
  });
  orchestrators = [await fleet.startWorker('workflows')];
  await sleep(QUEUES_SETTLE_MS);
}, 240_000);
afterAll(() => fleet?.[Symbol.asyncDispose]());

const count = async (sql: string, values: unknown[] = []) => {
  const [row] = await fleet.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`, values);
  return Number(row?.n);
};

const countInFlight = () => count("workflows.workflow_runs WHERE state IN ('RUNNING', 'COMPENSATING')");
const countRuns = (workflow: string) => count('workflows.workflow_runs WHERE workflow = ?', [workflow]);
const countIn = (workflow: string, state: string) =>
  count('workflows.workflow_runs WHERE workflow = ? AND state = ?', [workflow, state]);
const readTypes = (sql: string) => fleet.rows<{ type: string; n: number }>(`${sql} ORDER BY type`);

const change = (subgraph: string, mutation: string, selection: string, input: object) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code } } }`;
  return fleet.execute(subgraph, text, { input });
};

async function placeOrder(userId: string, productId: string): Promise<void> {
  const input = { userId, lines: [{ productId, quantity: 1 }] };
  const { placeOrder } = await change('orders', 'placeOrder', 'order { id }', input);
  expect(placeOrder.userErrors).toEqual([]);
}

/** Reports detections, some at a time; every one of them is taken. */
async function detect(times: number): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < times; i = next++) {
      const input = { location: 1 + (i % 100), type: TYPES[i % 4], severity: 'RED' };
      const answer = await fleet.execute('security', REPORT, { input });
      expect(answer?.reportDetection.userErrors).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Sends the commands and replies that wait in an outbox twice; gives how many there were. */
async function sendTwins(domain: string): Promise<number> {
  const waiting = await fleet.rows<{ id: string; name: string; kind: string; message: string }>(
    `SELECT id, name, kind, message FROM ${domain}.event_outbox WHERE name <> 'DetectionReported'`,
  );
  for (const { id, name, kind, message } of waiting) {
    const twin = newId();
    await fleet.rows(
      `INSERT INTO ${domain}.event_outbox (id, name, kind, message, due_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))`,
      [twin, name, kind, message.replace(id, twin)],
    );
  }
  return waiting.length;
}

/** A run for each detection that there ever was, ended once; each assessed, told and counted once. */
async function expectAllDetected(): Promise<void> {
  const reported = await count('security.detections');
  await expect.poll(() => countIn('detection', 'COMPLETED'), PATIENCE).toBe(reported);
  expect(await countRuns('detection')).toBe(reported);
  expect(await count('security.detections WHERE assessment IS NOT NULL')).toBe(reported);
  expect(await count('notifications.notifications WHERE location IS NOT NULL')).toBe(reported);
  expect(
    await readTypes(
      "SELECT category AS type, counted AS n FROM reports.report_counters WHERE kind = 'DETECTIONS' AND period = 'TOTAL'",
    ),
  ).toEqual(await readTypes('SELECT type, COUNT(*) AS n FROM security.detections GROUP BY type'));
  expect(await fleet.recount('reports', 'notifications')).toEqual([0, '✓ notifications\n✓ reports\n']);
  for (const domain of ['workflows', 'security', 'notifications', 'reports', 'products', 'orders'])
    expect(await count(`${domain}.event_dead_letters`)).toBe(0);
}

/** Kills an orchestrator when so many runs are completed and others, before a step that stands still, under way. */
async function killInFlight(orchestrator: RunningProgram, completed: number): Promise<void> {
  const patience = { timeout: 60_000, interval: 5 };
  await expect.poll(() => countIn('detection', 'COMPLETED'), patience).toBeGreaterThanOrEqual(completed);
  const { child: notifications } = fleet.servers.get('notifications') as RunningProgram;
  notifications.kill('SIGSTOP');
  await expect.poll(countInFlight, patience).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
  orchestrator.child.kill('SIGKILL');
  await orchestrator.ended;
  expect(await countInFlight()).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
  expect(await countIn('detection', 'COMPLETED')).toBeLessThan(RUNS);
  notifications.kill('SIGCONT');
}

describe('every run ends exactly once, and every detection is counted once', () => {
  it('when the orchestrator, and then one of two, is killed in the middle of a thousand runs', async () => {
    const detecting = detect(RUNS);
    for (const completed of KILLED_AFTER) {
      const [victim] = orchestrators.splice(0, 1) as [RunningProgram];
      await killInFlight(victim, completed);
      while (orchestrators.length < 2) orchestrators.push(await fleet.startWorker('workflows'));
    }
    await detecting;
    await expectAllDetected();
  });

  it('when the detections were reported while no orchestrator ran; one of theirs alone leaves orders to others', async () => {
    const runs = await countRuns('detection');
    for (const { child, ended } of orchestrators.splice(0)) {
      child.kill('SIGTERM');
      await ended;
    }
    await detect(100);
    await placeOrder('1', '1');
    expect(await countRuns('detection')).toBe(runs);
    orchestrators.push(await fleet.startWorker('workflows', '--only', 'detection'));
    await expectAllDetected();
    expect(await countRuns('order-fulfilment')).toBe(0);
    orchestrators.push(await fleet.startWorker('workflows'));
    await expect.poll(() => countIn('order-fulfilment', 'COMPLETED'), PATIENCE).toBe(1);
  });

  it('when a reply comes twice, and commands too', async () => {
    const runs = await countRuns('detection');
    const detecting = detect(100);
    let twins = 0;
    const deadline = Date.now() + 60_000;
    // What two domains are about to send is sent again, under ids of its own.
    while (twins < LEAST_IN_FLIGHT && Date.now() < deadline) {
      for (const domain of ['security', 'workflows']) twins += await sendTwins(domain);
    }
    expect(twins).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
    await detecting;
    expect(await countRuns('detection')).toBeGreaterThan(runs);
    await expectAllDetected();
  });

  it('when the service of the last step is away for longer than its retries: its late replies end the runs', async () => {
    await fleet.servers.get('reports')?.[Symbol.asyncDispose]();
    await detect(30);
    await expect.poll(() => countIn('detection', 'FAILED'), PATIENCE).toBe(30);
    await fleet.startServer('reports');
    await expectAllDetected();
  });
});

describe('an order whose products are away for longer than its retries', () => {
  it('is undone exactly once and parked, and fulfilled when it is retried', async () => {
    const ORDERS = 30;
    const STOCK = 100;
    const before = await countIn('order-fulfilment', 'COMPLETED');
    const product = { symbol: 'WFL', kind: 'GOODS', name: 'Patience', price: '5.00', stock: STOCK };
    const made = await change('products', 'createProduct', 'product { id }', product);
    const productId: string = made.createProduct.product.id;
    await expect.poll(() => count('orders.known_products WHERE id = ?', [productId]), PATIENCE).toBe(1);

    await fleet.servers.get('products')?.[Symbol.asyncDispose]();
    for (let user = 1; user <= ORDERS; user++) await placeOrder(String(user), productId);
    const inState = (state: string) => countIn('order-fulfilment', state);
    await expect.poll(() => inState('COMPENSATING'), PATIENCE).toBe(ORDERS);

    const stock = async () =>
      (
        await fleet.rows<{ stock: number }>('SELECT stock FROM products.products WHERE id = ?', [productId])
      )[0]?.stock;
    await fleet.startServer('products');
    await expect.poll(() => inState('FAILED'), PATIENCE).toBe(ORDERS);
    expect(await stock()).toBe(STOCK);
    expect(await count("products.reservations WHERE status = 'RELEASED'")).toBe(ORDERS);

    const parked = await fleet.rows<{ id: string }>(
      "SELECT id FROM workflows.workflow_runs WHERE state = 'FAILED' AND workflow = 'order-fulfilment'",
    );
    for (const { id } of parked) {
      const answer = await change('workflows', 'retryWorkflowRun', 'workflowRun { round }', { id });
      expect(answer.retryWorkflowRun).toEqual({ workflowRun: { round: 1 }, userErrors: [] });
    }
    await expect.poll(() => inState('COMPLETED'), PATIENCE).toBe(before + ORDERS);
    expect(await stock()).toBe(STOCK - ORDERS);
    expect(await fleet.recount('products', 'orders')).toEqual([0, '✓ products\n✓ orders\n']);
  });
});
