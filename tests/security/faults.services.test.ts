import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AssessDetection, type Bus, createBus, type DomainBus } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { migrate } from '../../kit/database/migrate.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { newId } from '../../kit/ids.ts';
import { createLogger } from '../../kit/logger.ts';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import { startMariadb } from '../../tools/services/mariadb.ts';
import { startRabbitmq } from '../../tools/services/rabbitmq.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

const DETECTIONS = 3_000;
const LEAST_IN_FLIGHT = 20;
const SEVERITIES = ['GREEN', 'YELLOW', 'RED'];

const log = createLogger('test', 'silent');
let stack: AsyncDisposableStack;
let env: Record<string, string>;
let adminUrl: string;
let api: string;
let workers: RunningProgram[];
let asker: DomainBus;
let askersDatabase: Database;
let bus: Bus;
/** By their message, since a relay that is killed may send one twice. */
const replies = new Map<string, { readonly subjectId: string; readonly payload: unknown }>();

async function startWorker(): Promise<RunningProgram> {
  const worker = stack.use(run(['tools/worker.ts', 'security'], env));
  await worker.printed(/security is ready/);
  return worker;
}

/** Security's API, two workers, and a domain that sends commands from here. */
beforeAll(async () => {
  stack = new AsyncDisposableStack();
  const data = stack.use(temporaryFolder());
  const [mariadb, rabbitmq] = await Promise.all([
    startMariadb({ dataDir: join(data.path, 'mariadb') }),
    startRabbitmq({ dataDir: join(data.path, 'rabbitmq') }),
  ]);
  stack.defer(async () => void (await Promise.all([mariadb.stop(), rabbitmq.stop()])));
  adminUrl = mariadb.adminUrl;
  env = {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    DATA_DIR: data.path,
    DATABASE_URL: mariadb.url,
    BROKER_URL: rabbitmq.url,
    SECURITY_PROCESSING: 'apart',
    SIMULATION_INTERVAL: '20',
  };
  const server = stack.use(run(['tools/subgraph.ts', 'security'], env));
  api = `${(await server.printed(/is ready at (http:[^"\s]+)/))[1]}/graphql`;
  workers = [await startWorker(), await startWorker()];

  askersDatabase = await openDatabase({ name: 'workflows', log, url: mariadb.url, dataDir: data.path });
  stack.defer(() => askersDatabase.close());
  await migrate(askersDatabase, 'workflows', [new URL('../../sql/events/', import.meta.url)]);
  bus = createBus({ env, log });
  stack.defer(() => bus.close());
  asker = bus.join('workflows', askersDatabase);
  await bus.listen([AssessDetection.reply], (reply) => void replies.set(reply.id, reply));
  await bus.start();
}, 180_000);
afterAll(() => stack.disposeAsync());

async function query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const connection = await createConnection(adminUrl);
  try {
    return (await connection.query<RowDataPacket[]>(sql, values))[0] as Row[];
  } finally {
    connection.destroy();
  }
}

const count = async (sql: string) =>
  Number((await query<{ n: number }>(`SELECT COUNT(*) AS n ${sql}`))[0]?.n);

async function ask(document: string) {
  const token = await issueToken(await loadKeys(env), { id: 'admin', scopes: ['admin'] }, 3_600);
  const response = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document }),
  });
  return (await response.json()).data;
}

it('answers every command once and simulates once, when a worker is killed with commands in hand', async () => {
  const ids = Array.from({ length: DETECTIONS }, newId);
  const rows = ids.map((id, i) => [id, 1 + (i % 100), 'FIRE', SEVERITIES[i % 3], '2026-01-05 06:00:00.000']);
  await query('INSERT INTO security.detections (id, location, type, severity, detected_at) VALUES ?', [rows]);
  await ask('mutation { startSimulation(input: { kind: UNIT_EVENTS }) { simulation { kind } } }');
  const produced = async () => (await ask('{ simulations { produced } }')).simulations[1].produced as number;
  await expect.poll(produced, { timeout: 20_000 }).toBeGreaterThan(5);

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
  const [victim] = workers.splice(0, 1) as [RunningProgram];
  victim.child.kill('SIGKILL');
  expect(await unassessed()).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
  await victim.ended;
  const atKill = await produced();

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
  await expect.poll(produced, { timeout: 20_000 }).toBeGreaterThan(atKill + 5);
  await ask('mutation { stopSimulation(input: { kind: UNIT_EVENTS }) { simulation { kind } } }');
  expect(await count('FROM security.unit_events')).toBe(await produced());
}, 180_000);
