import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../kit/database/database.ts';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

/** What an operation may cost: calls to each subgraph, and SQL statements in each. */
type Budget = Readonly<Record<string, { readonly calls: number; readonly statements: number }>>;

/** Every document in operations/ stands here, with what it costs however many items it lists. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  'customer.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 1 },
    preferences: { calls: 1, statements: 1 },
    products: { calls: 1, statements: 3 },
    orders: { calls: 1, statements: 3 },
  },
  'customers.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 2 },
    preferences: { calls: 1, statements: 1 },
    products: { calls: 1, statements: 3 },
    orders: { calls: 1, statements: 3 },
  },
  'latest-orders.graphql': { orders: { calls: 1, statements: 2 }, users: { calls: 1, statements: 1 } },
  'me.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 1 },
    orders: { calls: 1, statements: 1 },
    products: { calls: 1, statements: 1 },
  },
  'order-metrics.graphql': { orders: { calls: 1, statements: 1 } },
  'product-catalogue.graphql': { products: { calls: 1, statements: 1 }, orders: { calls: 1, statements: 1 } },
  'reports.graphql': { reports: { calls: 1, statements: 1 } },
  'sign-in.graphql': { users: { calls: 1, statements: 12 } },
  // Of the statements of a write, three are BEGIN, COMMIT and the event; an idempotency key adds two.
  // As everywhere here, an admin's: anybody else's counts against a limit, in four more.
  'register-user.graphql': { users: { calls: 1, statements: 7 } },
  'update-user.graphql': { users: { calls: 1, statements: 5 } },
  'change-password.graphql': { users: { calls: 1, statements: 6 } },
  'delete-user.graphql': { users: { calls: 1, statements: 7 } },
  'create-subscription.graphql': {
    subscriptions: { calls: 1, statements: 8 },
    products: { calls: 1, statements: 1 },
  },
  'change-subscription.graphql': {
    subscriptions: { calls: 1, statements: 7 },
    products: { calls: 1, statements: 1 },
  },
  'renew-subscription.graphql': { subscriptions: { calls: 1, statements: 9 } },
  'cancel-subscription.graphql': { subscriptions: { calls: 1, statements: 6 } },
  'set-preference.graphql': {
    preferences: { calls: 1, statements: 8 },
    products: { calls: 1, statements: 1 },
  },
  'create-product.graphql': { products: { calls: 1, statements: 6 } },
  'update-product.graphql': { products: { calls: 1, statements: 5 } },
  'restock-product.graphql': { products: { calls: 1, statements: 7 } },
  'delete-product.graphql': { products: { calls: 1, statements: 6 } },
  'like-product.graphql': { products: { calls: 1, statements: 10 } },
  'unlike-product.graphql': { products: { calls: 1, statements: 10 } },
  'place-order.graphql': { orders: { calls: 1, statements: 12 } },
  'cancel-order.graphql': { orders: { calls: 1, statements: 14 } },
  'order-feed.graphql': { orders: { calls: 1, statements: 1 } },
  'start-order-feed.graphql': { orders: { calls: 1, statements: 4 } },
  'stop-order-feed.graphql': { orders: { calls: 1, statements: 4 } },
  'detection.graphql': { security: { calls: 1, statements: 1 } },
  'detections.graphql': { security: { calls: 1, statements: 1 } },
  'unit-event.graphql': { security: { calls: 1, statements: 1 } },
  'unit-events.graphql': { security: { calls: 1, statements: 1 } },
  'report-detection.graphql': { security: { calls: 1, statements: 7 } },
  'report-unit-event.graphql': { security: { calls: 1, statements: 7 } },
  // One for each simulator.
  'simulations.graphql': { security: { calls: 1, statements: 2 } },
  'start-simulation.graphql': { security: { calls: 1, statements: 4 } },
  'stop-simulation.graphql': { security: { calls: 1, statements: 4 } },
  'user-notifications.graphql': {
    users: { calls: 1, statements: 1 },
    notifications: { calls: 1, statements: 2 },
  },
  'latest-notifications.graphql': {
    notifications: { calls: 1, statements: 3 },
    users: { calls: 1, statements: 1 },
  },
  'notification.graphql': {
    notifications: { calls: 1, statements: 1 },
    users: { calls: 1, statements: 1 },
  },
  'mark-notification-read.graphql': { notifications: { calls: 1, statements: 9 } },
  'mark-all-notifications-read.graphql': { notifications: { calls: 1, statements: 7 } },
  'webhook-deliveries.graphql': { notifications: { calls: 1, statements: 1 } },
  'retry-webhook-delivery.graphql': { notifications: { calls: 1, statements: 5 } },
  'workflows.graphql': { workflows: { calls: 1, statements: 0 } },
  'workflow-run.graphql': { workflows: { calls: 1, statements: 1 } },
  'workflow-runs.graphql': { workflows: { calls: 1, statements: 1 }, orders: { calls: 1, statements: 1 } },
  'order-fulfilment.graphql': { orders: { calls: 1, statements: 1 }, workflows: { calls: 1, statements: 1 } },
  'retry-workflow-run.graphql': { workflows: { calls: 1, statements: 6 } },
  'cancel-workflow-run.graphql': { workflows: { calls: 1, statements: 5 } },
  'dead-letters.graphql': { workflows: { calls: 1, statements: 1 } },
  'replay-dead-letters.graphql': { workflows: { calls: 1, statements: 5 } },
  'discard-dead-letters.graphql': { workflows: { calls: 1, statements: 5 } },
  'rest/orchestrate-test.graphql': {},
  'rest/orchestrate-user.graphql': { users: { calls: 1, statements: 1 } },
  'rest/orchestrate-user-subscription.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 1 },
    products: { calls: 1, statements: 1 },
  },
  'rest/orchestrate-user-details.graphql': {
    users: { calls: 1, statements: 1 },
    preferences: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 1 },
    products: { calls: 1, statements: 1 },
  },
  'rest/orchestrate-subscription.graphql': {
    users: { calls: 1, statements: 1 },
    subscriptions: { calls: 1, statements: 2 },
    products: { calls: 1, statements: 1 },
  },
  'rest/orchestrate-preferences.graphql': {
    users: { calls: 1, statements: 1 },
    preferences: { calls: 1, statements: 1 },
    products: { calls: 1, statements: 1 },
  },
  'rest/order-processor-start.graphql': { orders: { calls: 1, statements: 4 } },
  'rest/order-processor-stop.graphql': { orders: { calls: 1, statements: 4 } },
  'rest/order-processor-order.graphql': {
    orders: { calls: 1, statements: 2 },
    products: { calls: 1, statements: 1 },
  },
  'rest/order-processor-price.graphql': { orders: { calls: 1, statements: 1 } },
  'rest/order-processor-metrics.graphql': { orders: { calls: 1, statements: 1 } },
  'rest/shop-user.graphql': { users: { calls: 1, statements: 1 } },
  'rest/shop-user-create.graphql': { users: { calls: 1, statements: 6 } },
  'rest/shop-user-update.graphql': { users: { calls: 1, statements: 8 } },
  'rest/shop-user-match.graphql': { users: { calls: 1, statements: 12 } },
  'rest/shop-user-delete.graphql': { users: { calls: 1, statements: 7 } },
  'rest/shop-product.graphql': { products: { calls: 1, statements: 1 } },
  'rest/shop-product-create.graphql': { products: { calls: 1, statements: 6 } },
  'rest/shop-product-update.graphql': { products: { calls: 1, statements: 5 } },
  'rest/shop-product-delete.graphql': { products: { calls: 1, statements: 6 } },
  'rest/shop-order.graphql': { orders: { calls: 1, statements: 9 } },
  'rest/shop-purchased.graphql': { users: { calls: 1, statements: 1 }, orders: { calls: 1, statements: 1 } },
  'rest/products-list.graphql': { products: { calls: 1, statements: 1 } },
  'rest/products-product.graphql': { products: { calls: 1, statements: 1 } },
  'rest/products-create.graphql': { products: { calls: 1, statements: 5 } },
  'rest/products-update.graphql': { products: { calls: 1, statements: 5 } },
  'rest/products-delete.graphql': { products: { calls: 1, statements: 6 } },
  'rest/products-like.graphql': { products: { calls: 1, statements: 9 } },
  'rest/products-user.graphql': { users: { calls: 1, statements: 1 } },
  'rest/products-health.graphql': { products: { calls: 1, statements: 1 } },
  'console/products.graphql': {
    products: { calls: 1, statements: 2 },
    orders: { calls: 1, statements: 1 },
  },
  'console/product.graphql': { products: { calls: 1, statements: 1 } },
  'console/viewer.graphql': { users: { calls: 1, statements: 1 } },
};

/** What is sent along with the documents that write; none is in the way of another. */
const WRITES: Readonly<Record<string, Record<string, unknown>>> = {
  'register-user.graphql': {
    input: {
      username: 'ada.lovelace',
      email: 'ada@example.com',
      password: 'analytical engine',
      firstName: 'Ada',
      lastName: 'Lovelace',
      idempotencyKey: 'ada-1',
    },
  },
  'update-user.graphql': { input: { id: '2', version: 1, lastName: 'Hussain-Ray' } },
  'change-password.graphql': {
    input: { id: '1', currentPassword: 'tessera-demo', newPassword: 'a better one' },
  },
  'delete-user.graphql': { input: { id: '3' } },
  'create-subscription.graphql': {
    input: {
      userId: '1',
      productId: '9',
      billing: 'ANNUAL',
      paymentMethod: 'VISA',
      idempotencyKey: 'curio-1',
    },
  },
  'change-subscription.graphql': { input: { id: '81', version: 1, productId: '3' } },
  'renew-subscription.graphql': { input: { id: '1', idempotencyKey: 'january' } },
  'cancel-subscription.graphql': { input: { id: '2' } },
  'create-product.graphql': {
    input: {
      symbol: 'KTL',
      kind: 'GOODS',
      name: 'Kettle',
      price: '39.90',
      stock: 5,
      idempotencyKey: 'kettle-1',
    },
  },
  'update-product.graphql': { input: { id: '26', version: 1, price: '12.50' } },
  'restock-product.graphql': { input: { id: '27', add: 10, idempotencyKey: 'monday' } },
  'delete-product.graphql': { input: { id: '102' } },
  'like-product.graphql': { input: { productId: '29' } },
  'unlike-product.graphql': { input: { productId: '29' } },
  'place-order.graphql': {
    input: { userId: '123', lines: [{ productId: '9', quantity: 1 }], idempotencyKey: 'order-1' },
  },
  'cancel-order.graphql': { input: { id: '1' } },
  'set-preference.graphql': { input: { userId: '123', productId: '3', region: 'NU' } },
  'report-detection.graphql': {
    input: { location: 7, type: 'FIRE', severity: 'RED', idempotencyKey: 'fire-1' },
  },
  'report-unit-event.graphql': {
    input: { location: 7, unitId: 'TDC007001', state: 'UP', volts: 24, idempotencyKey: 'unit-1' },
  },
  'start-simulation.graphql': { input: { kind: 'DETECTIONS' } },
  'stop-simulation.graphql': { input: { kind: 'UNIT_EVENTS' } },
  'mark-notification-read.graphql': { input: { id: '2' } },
  'mark-all-notifications-read.graphql': { input: { userId: '5' } },
  'retry-webhook-delivery.graphql': { input: { id: '1' } },
  'retry-workflow-run.graphql': { input: { id: '11' } },
  'cancel-workflow-run.graphql': { input: { id: '12' } },
  'replay-dead-letters.graphql': { input: { ids: ['11'] } },
  'discard-dead-letters.graphql': { input: { ids: ['12'] } },
  'rest/order-processor-start.graphql': {},
  'rest/order-processor-stop.graphql': {},
  'rest/shop-user-create.graphql': {
    input: {
      id: '5001',
      username: 'grace',
      email: 'grace@example.com',
      password: 'first compiler',
      firstName: 'Grace',
      lastName: 'Hopper',
    },
  },
  'rest/shop-user-update.graphql': {
    input: { id: '1000', email: 'thousand@example.com', newPassword: 'a better one' },
  },
  'rest/shop-user-match.graphql': { input: { login: 'billye.topes', password: 'tessera-demo' } },
  'rest/shop-user-delete.graphql': { input: { id: '6' } },
  'rest/shop-product-create.graphql': {
    input: { id: '5001', kind: 'GOODS', name: 'Pot', price: '12.50', stock: 5 },
  },
  'rest/shop-product-update.graphql': { input: { id: '36', price: '12.50', stock: 7 } },
  'rest/shop-product-delete.graphql': { input: { id: '101' } },
  'rest/shop-order.graphql': { input: { userId: '123', lines: [{ productId: '9', quantity: 1 }] } },
  'rest/products-create.graphql': { input: { kind: 'GOODS', name: 'Pan', price: '0', stock: 0 } },
  'rest/products-update.graphql': { input: { id: '37', name: 'Another name' } },
  'rest/products-delete.graphql': { input: { id: '100' } },
  'rest/products-like.graphql': { input: { productId: '31' } },
};

/** What is sent along with the documents that cannot be asked without. */
const READS: Readonly<Record<string, Record<string, unknown>>> = {
  'console/product.graphql': { id: '26' },
  'workflow-run.graphql': { id: '10' },
  'order-fulfilment.graphql': { id: '1' },
  ...Object.fromEntries(
    [
      'orchestrate-user',
      'orchestrate-user-subscription',
      'orchestrate-user-details',
      'orchestrate-subscription',
      'orchestrate-preferences',
      'order-processor-order',
      'order-processor-price',
      'shop-user',
      'shop-product',
      'shop-purchased',
      'products-product',
    ].map((name) => [`rest/${name}.graphql`, { id: '26' }]),
  ),
  'reports.graphql': {
    minutesFrom: '2026-01-07T00:00:00Z',
    daysFrom: '2025-10-31T00:00:00Z',
    to: '2026-01-08T00:00:00Z',
  },
};

/** What a user alone can do, or has more looked up for. */
const AS_CUSTOMER = /query (Me|ConsoleViewer|ConsoleProducts)|ikeProduct\(/;

let graph: TestGraph;
beforeAll(async () => {
  // Databases that `npm run seed` filled, to see that the cost is the same in a large one.
  const { COST_DATA_DIR, COST_DATABASE_URL } = process.env;
  const existing = COST_DATABASE_URL
    ? { DATABASE_URL: COST_DATABASE_URL }
    : COST_DATA_DIR && { DATA_DIR: COST_DATA_DIR, DATABASE_URL: '' };
  // Nothing goes on in the background, where it would be counted too.
  graph = await createTestGraph({ existing: existing || undefined, carriesMessages: false });
  if (!existing) await addTrouble(await graph.database('workflows'));
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Runs that failed, half of them about orders, and dead letters: sample data have none. */
async function addTrouble(workflows: Database): Promise<void> {
  await workflows.transaction(async (trx) => {
    const { version } = await trx('workflow_definitions').where({ workflow: 'detection' }).first('version');
    const step = { command: 'AssessDetection', attempts: 4, startedAt: null, endedAt: null, dueAt: null };
    const steps = ['security', 'notification', 'report'].map((name) => ({ ...step, name, state: 'FAILED' }));
    const at = '2026-01-01 00:00:00.000';
    for (let i = 10; i < 120; i++) {
      await trx('workflow_runs').insert({
        id: String(i),
        workflow: 'detection',
        version,
        subject: `${i % 2 === 0 ? 'Detection' : 'Order'}:${i}`,
        state: 'FAILED',
        round: 0,
        steps: JSON.stringify(steps),
        started_at: at,
        updated_at: at,
      });
      const letter = {
        domain: 'orders',
        consumer: 'orders.copies',
        reason: 'MALFORMED',
        error: 'it is wrong',
      };
      await trx('dead_letters').insert({ id: String(i), ...letter, attempts: 1, died_at: at, message: '{}' });
    }
  });
}

async function costOf(query: string, variables: Record<string, unknown>): Promise<Budget> {
  const viewer = AS_CUSTOMER.test(query) ? customer('123') : admin;
  const { calls, statements } = await graph.costOf(async () => {
    const { data, errors } = await graph.execute(query, { viewer, variables });
    expect(errors).toBeUndefined();
    // A mutation that was refused would cost less than it does.
    for (const { userErrors = [] } of Object.values<{ userErrors?: unknown[] }>(data))
      expect(userErrors).toEqual([]);
  });
  return Object.fromEntries(
    Object.entries(calls).map(([name, count]) => [
      name,
      { calls: count, statements: statements[name]?.length ?? 0 },
    ]),
  );
}

describe('each operation of our clients', () => {
  const files = globSync('**/*.graphql', { cwd: 'operations' });

  it('has its cost written down', () => {
    expect(Object.keys(BUDGETS).sort()).toEqual(files.sort());
  });

  it.for(files)('costs that at 100 items, and no more at one: %s', async (file, { skip }) => {
    const query = readFileSync(join('operations', file), 'utf8');
    const budget = BUDGETS[file] ?? {};
    const { variableDefinitions = [] } = getOperationAST(parse(query)) ?? {};
    // A database that was there before is left as it is.
    skip(file in WRITES && (process.env.COST_DATA_DIR ?? process.env.COST_DATABASE_URL) !== undefined);
    const lists = variableDefinitions.some(({ variable }) => variable.name.value === 'first');
    const given = WRITES[file] ?? READS[file];
    expect(await costOf(query, { ...given, ...(lists && { first: 100 }) })).toEqual(budget);
    if (!lists) return;
    for (const [name, { calls, statements }] of Object.entries(await costOf(query, { ...given, first: 1 }))) {
      expect(calls, name).toBeLessThanOrEqual(budget[name]?.calls ?? 0);
      expect(statements, name).toBeLessThanOrEqual(budget[name]?.statements ?? 0);
    }
  });
});
