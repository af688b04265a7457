import { afterAll, beforeAll, expect, it } from 'vitest';
import { AssessDetection, createBus, type DomainBus } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { migrate } from '../../kit/database/migrate.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { newId } from '../../kit/ids.ts';
import { createLogger } from '../../kit/logger.ts';
import { type Fleet, startFleet } from '../fleet.ts';
import type { RunningProgram } from '../process.ts';

const DETECTIONS = 3_000;
const LEAST_IN_FLIGHT = 20;
const SEVERITIES = ['GREEN', 'YELLOW', 'RED'];
const SAMPLE_ROWS = 200;

const stack = new AsyncDisposableStack();
let fleet: Fleet;
let victim: RunningProgram;
let asker: DomainBus;
let askersDatabase: Database;
/** By their message, since a relay that is killed may send one twice. */
const replies = new Map<string, { readonly subjectId: string; readonly payload: unknown }>();

/** Security's API, two workers, and a domain that sends commands from here. */
beforeAll(async () => {
  const settings = { SECURITY_PROCESSING: 'apart', SIMULATION_INTERVAL: '20' };
  fleet = stack.use(await startFleet(['security'], settings));
  victim = await fleet.startWorker('security');
  await fleet.startWorker('security');

  const log = createLogger('test', 'silent');
  askersDatabase = await openDatabase({ name: 'workflows', log, url: fleet.mariadb.url, dataDir: '.data' });
  stack.defer(() => askersDatabase.close());
  await migrate(askersDatabase, 'workflows', [new URL('../../sql/events/', import.meta.url)]);
  const bus = createBus({ env: { BROKER_URL: fleet.rabbitmq.url }, log });
  stack.defer(() => bus.close());
  asker = bus.join('workflows', askersDatabase);
  await bus.listen([AssessDetection.reply], (reply) => void replies.set(reply.id, reply));
  await bus.start();
});
afterAll(() => stack.disposeAsync());

const count = async (sql: string) =>
  Number((await fleet.rows<{ n: number }>(`SELECT COUNT(*) AS n ${sql}`))[0]?.n);
const change = (mutation: string) =>
  fleet.execute('security', `mutation { ${mutation}(input: { kind: UNIT_EVENTS }) { simulation { kind } } }`);
const readProduced = async (): Promise<number> =>
  (await fleet.execute('security', '{ simulations { produced } }')).simulations[1].produced;

it('answers every command once and simulates once, when a worker is killed with commands in hand', async () => {
  const ids = Array.from({ length: DETECTIONS }, newId);
  const rows = ids.map((id, i) => [id, 1 + (i % 100), 'FIRE', SEVERITIES[i % 3], '2026-01-05 06:00:00.000']);
  await fleet.rows('INSERT INTO security.detections (id, location, type, severity, detected_at) VALUES ?', [
    rows,
  ]);
  await change('startSimulation');
  await expect.poll(readProduced, { timeout: 20_000 }).toBeGreaterThan(5);

  const toCommand = (id: string) =>
    AssessDetection.message({ id, payload: {}, correlationId: `detection/${id}/security/1` });
  // Each asked for twice, as by a sender that lost patience.
  for (let i = 0; i < DETECTIONS; i += 100) {
    const some = ids.slice(i, i + 100).map(toCommand);
    await askersDatabase.transaction((trx) => asker.outbox.add(trx, ...some, ...some));
  }
  const unassessed = () =>
    count("FROM security.detections WHERE assessed_at IS NULL AND detected_at = '2026-01-05 06:00:00'");
  await expect.poll(() => replies.size, { timeout: 30_000, interval: 1 }).toBeGreaterThan(0);
  victim.child.kill('SIGKILL');
  expect(await unassessed()).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
  await victim.ended;
  const atKill = await readProduced();

  await expect.poll(() => replies.size, { timeout: 60_000 }).toBe(2 * DETECTIONS);
  expect(await unassessed()).toBe(0);
  const urgencies = ['INFO', 'WARNING', 'URGENT'];
  const outcomes = Map.groupBy(replies.values(), ({ subjectId }) => subjectId);
  for (const [i, id] of ids.entries()) {
    const payload = { outcome: 'DONE', result: { urgency: urgencies[i % 3] } };
    expect(outcomes.get(id)).toMatchObject([{ payload }, { payload }]);
  }
  expect(await count('FROM security.event_dead_letters')).toBe(0);

  // The other worker simulates on, and what is counted is there.
  await expect.poll(readProduced, { timeout: 20_000 }).toBeGreaterThan(atKill + 5);
  await change('stopSimulation');
  expect(await count('FROM security.unit_events')).toBe(SAMPLE_ROWS + (await readProduced()));
});
