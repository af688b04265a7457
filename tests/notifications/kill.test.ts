import { expect, it } from 'vitest';
import { joinBus } from '../../events/index.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { run, temporaryFolder } from '../process.ts';
import { commandsOf } from './commands.ts';
import { startHoldingReceiver } from './receiver.ts';

const RUNS = 100;
const LEAST_IN_FLIGHT = 20;

it('sends every webhook, and every notification once, when the process is killed amid them', async () => {
  using data = temporaryFolder();
  await using receiver = await startHoldingReceiver();
  const start = async () => {
    const env = {
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: data.path,
      LOG_LEVEL: 'info',
      ...receiver.settings,
    };
    const program = run(['tools/subgraph.ts', 'notifications'], env);
    await program.printed(/notifications is ready/);
    return program;
  };
  await using first = await start();
  const database = await openDatabase({ name: 'notifications', dataDir: data.path });
  const { outbox } = joinBus(undefined, 'notifications', database, () => new Date());
  await database.transaction((trx) => outbox.add(trx, ...commandsOf(RUNS, '4000')));
  await expect.poll(receiver.held, { timeout: 10_000, interval: 5 }).toBeGreaterThan(LEAST_IN_FLIGHT);
  first.child.kill('SIGKILL');
  await first.ended;
  receiver.letGo();

  await using _second = await start();
  const count = async (table: string, where: object = {}) =>
    (await database.read(table).where(where).select()).length;
  const delivered = () => count('webhook_deliveries', { state: 'DELIVERED' });
  await expect.poll(delivered, { timeout: 30_000, interval: 100 }).toBe(2 * RUNS);
  expect(new Set(receiver.arrived).size).toBe(2 * RUNS);
  // What was under way arrived a second time: nobody is left who could know of the first.
  expect(receiver.arrived.length).toBeGreaterThanOrEqual(2 * RUNS + LEAST_IN_FLIGHT);
  expect(await count('notifications', { user_id: '4000' })).toBe(RUNS);
  expect(await database.read('recipients').where({ user_id: '4000' }).first('unread_count')).toEqual({
    unread_count: RUNS,
  });
  expect(await count('webhook_askers')).toBe(0);
  expect(await count('event_dead_letters')).toBe(0);
  await database.close();
});
