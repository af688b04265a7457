import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
  carryOut,
  createBus,
  done,
  ExecuteOrder,
  OrderCancelled,
  OrderPlaced,
  RejectOrder,
  ReleaseStock,
  ReserveStock,
  SendNotification,
} from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { createLogger } from '../../../kit/logger.ts';
import { provideDatabase, testServer } from '../../../kit/testing/database.ts';
import { admin, createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createWorkflowsSubgraph } from '../index.ts';

const ORDERS = 150;
const lines = [{ productId: '7', quantity: 2 }];
const prices = { lines: [{ productId: '7', quantity: 2, unitPriceMinor: 500 }] };

/** An orchestrator in a process of its own, as far as its database can tell, that hears half of what it is told. */
async function startReplica(settings: Readonly<Record<string, string>>, hears: () => boolean) {
  const bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  const env = { ...settings, WORKFLOW_STEP_TIMEOUT: '300', WORKFLOW_STEP_ATTEMPTS: '2' };
  const workflows = await createTestSubgraph(createWorkflowsSubgraph, { bus, env });
  const { outbox } = bus.join('anyone', workflows.database);
  const join = (domain: string) => bus.join(domain, workflows.database);
  const [products, orders, notifications] = ['products', 'orders', 'notifications'].map(join);
  products?.subscribe('commands', [
    carryOut(products.outbox, ReserveStock, async () => (hears() ? done(prices) : null)),
    carryOut(products.outbox, ReleaseStock, async () => (hears() ? done({}) : null)),
  ]);
  orders?.subscribe('commands', [
    carryOut(orders.outbox, ExecuteOrder, async () => (hears() ? done({ executionPriceMinor: 1 }) : null)),
    carryOut(orders.outbox, RejectOrder, async () => (hears() ? done({}) : null)),
  ]);
  notifications?.subscribe('commands', [
    carryOut(notifications.outbox, SendNotification, async () => done({ notificationId: newId() })),
  ]);
  await bus.start();
  return {
    workflows,
    outbox,
    async [Symbol.asyncDispose]() {
      await bus.close();
      await workflows[Symbol.asyncDispose]();
    },
  };
}

const change = (mutation: 'retry' | 'cancel', type: string) =>
  `mutation ($input: ${type}!) { ${mutation}WorkflowRun(input: $input) { userErrors { code } } }`;
const RETRY = change('retry', 'RetryWorkflowRunInput');
const CANCEL = change('cancel', 'CancelWorkflowRunInput');

// SQLite has one process to a file.
it.skipIf(!testServer())(
  'two orchestrators bring every run to its end, whatever meets it at once',
  async () => {
    await using databases = await provideDatabase();
    let isDeaf = true;
    const hears = () => !isDeaf || Math.random() < 0.5;
    await using one = await startReplica(databases.settings, hears);
    await using other = await startReplica(databases.settings, hears);
    const { database } = one.workflows;

    const ids = Array.from({ length: ORDERS }, newId);
    const placed = ids.map((id) =>
      OrderPlaced.message({ id, sequence: 1, payload: { userId: '9', pricing: 'LIST', lines } }),
    );
    const cancelled = ids
      .filter((_, i) => i % 3 === 0)
      .map((id) => OrderCancelled.message({ id, sequence: 2, payload: { userId: '9', lines } }));
    const publish = ({ outbox, workflows }: typeof one, messages: typeof placed) =>
      workflows.database.transaction((trx) => outbox.add(trx, ...messages));
    // The same orders in other orders, so that both meet the same new subjects.
    await Promise.all([publish(one, placed), publish(other, placed.toReversed()), publish(other, cancelled)]);

    const runs = () =>
      database.read('workflow_runs').select<{ id: string; state: string }[]>('id', 'subject', 'state');
    const execute = async (text: string, input: object) => {
      const all = await Promise.all(
        [one, other].map((each) => each.workflows.execute(text, { viewer: admin, variables: { input } })),
      );
      for (const { errors } of all) expect(errors).toBeUndefined();
    };
    const end = Date.now() + 4_000;
    while (Date.now() < end) {
      await sleep(100);
      const all = await runs();
      const failed = all.filter(({ state }) => state === 'FAILED').slice(0, 10);
      const running = all.filter(({ state }) => state === 'RUNNING').slice(0, 1);
      await Promise.all([
        ...failed.map(({ id }) => execute(RETRY, { id })),
        ...running.map(({ id }) => execute(CANCEL, { id })),
      ]);
    }
    isDeaf = false;
    await expect
      .poll(
        async () => (await runs()).filter(({ state }) => state === 'RUNNING' || state === 'COMPENSATING'),
        {
          timeout: 20_000,
        },
      )
      .toEqual([]);
    expect((await runs()).length).toBe(ORDERS);
    expect(await database.read('event_dead_letters').select('name', 'error')).toEqual([]);
  },
  60_000,
);
