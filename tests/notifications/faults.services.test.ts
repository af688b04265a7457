import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CallWebhook, createBus, type Received, SendNotification } from '../../events/index.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { createLogger } from '../../kit/logger.ts';
import { startMariadb } from '../../tools/services/mariadb.ts';
import { startRabbitmq } from '../../tools/services/rabbitmq.ts';
import { startAll } from '../../tools/services/server.ts';
import { run, temporaryFolder } from '../process.ts';
import { commandsOf } from './commands.ts';
import { startHoldingReceiver } from './receiver.ts';

const RUNS = 300;
const LEAST_IN_FLIGHT = 20;

it('answers every command once when one of two workers is killed amid them', async () => {
  using data = temporaryFolder();
  const [mariadb, rabbitmq] = await startAll([
    () => startMariadb({ dataDir: join(data.path, 'mariadb') }),
    () => startRabbitmq({ dataDir: join(data.path, 'rabbitmq') }),
  ]);
  await using ending = new AsyncDisposableStack();
  ending.defer(async () => void (await mariadb.stop()));
  ending.defer(async () => void (await rabbitmq.stop()));
  const receiver = ending.use(await startHoldingReceiver());
  const env = { DATA_DIR: data.path, DATABASE_URL: mariadb.url, BROKER_URL: rabbitmq.url, LOG_LEVEL: 'info' };
  const startWorker = async () => {
    const worker = ending.use(run(['tools/worker.ts', 'notifications'], { ...env, ...receiver.settings }));
    await worker.printed(/notifications is ready/);
    return worker;
  };
  const [killed] = [await startWorker(), await startWorker()];

  const database = await openDatabase({ name: 'notifications', url: mariadb.url, dataDir: data.path });
  ending.defer(() => database.close());
  const bus = createBus({ env, log: createLogger('test', 'silent') });
  ending.defer(() => bus.close());
  const replies: Received[] = [];
  await bus.listen([CallWebhook.reply, SendNotification.reply], (reply) => void replies.push(reply));
  const { outbox } = bus.join('workflow', database);
  await bus.start();
  await database.transaction((trx) => outbox.add(trx, ...commandsOf(RUNS, '4000')));

  await expect.poll(receiver.held, { timeout: 20_000, interval: 5 }).toBeGreaterThan(LEAST_IN_FLIGHT);
  killed.child.kill('SIGKILL');
  await killed.ended;
  receiver.letGo();
  await startWorker();

  const delivered = async () =>
    (await database.read('webhook_deliveries').where({ state: 'DELIVERED' }).select('id')).length;
  await expect.poll(delivered, { timeout: 60_000, interval: 200 }).toBe(2 * RUNS);
  expect(new Set(receiver.arrived).size).toBe(2 * RUNS);
  const answered = () => new Set(replies.map(({ correlationId }) => correlationId)).size;
  await expect.poll(answered, { timeout: 20_000 }).toBe(2 * RUNS);
  // The broker may hand on a reply twice, under the same id; there was one.
  expect(new Set(replies.map(({ id }) => id)).size).toBe(2 * RUNS);
  expect(replies.filter(({ payload }) => (payload as { outcome: string }).outcome !== 'DONE')).toEqual([]);
  const kept = await database.read('recipients').where({ user_id: '4000' }).first('unread_count');
  expect(kept).toEqual({ unread_count: RUNS });
  expect(await database.read('event_dead_letters').select()).toEqual([]);
});
