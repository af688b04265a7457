import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CallWebhook, joinBus, SendNotification } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

const CALLS = 100;
const LEAST_IN_FLIGHT = 20;
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const data = temporaryFolder();
const held: ServerResponse[] = [];
const arrived: string[] = [];
let holds = true;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    arrived.push(String(request.headers['webhook-id']));
    if (holds) held.push(response);
    else response.writeHead(200).end();
  });
});
let tessera: RunningProgram;
let database: Database;

async function start(): Promise<RunningProgram> {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const program = run(['tools/subgraph.ts', 'notifications'], {
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: data.path,
    LOG_LEVEL: 'info',
    WEBHOOK_TIMEOUT: '1000',
    NOTIFICATIONS_WEBHOOK_URL: url,
    NOTIFICATIONS_WEBHOOK_SECRET: SECRET,
    THIRD_PARTY_WEBHOOK_URL: url,
    THIRD_PARTY_WEBHOOK_SECRET: SECRET,
  });
  await program.printed(/notifications is ready/);
  return program;
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  tessera = await start();
  database = await openDatabase({ name: 'notifications', dataDir: data.path });
});
afterAll(async () => {
  await tessera[Symbol.asyncDispose]();
  await database.close();
  server.closeAllConnections();
  server.close();
  data[Symbol.dispose]();
});

const count = async (table: string, where: object = {}) =>
  (await database.read(table).where(where).select()).length;

it('sends every webhook, and every notification once, when the process is killed amid them', async () => {
  const { outbox } = joinBus(undefined, 'notifications', database, () => new Date());
  const notification = { userId: '4000', location: null, urgency: 'INFO', title: 'A', text: 'B' } as const;
  const commands = Array.from({ length: CALLS }, (_, i) => [
    CallWebhook.message({
      id: `run-${i}`,
      correlationId: `w/${i}/call/0`,
      payload: { type: 'unit.reported', data: { i } },
    }),
    SendNotification.message({
      id: `run-${i}`,
      correlationId: `w/${i}/notify/0`,
      payload: notification,
    }),
  ]).flat();
  await database.transaction((trx) => outbox.add(trx, ...commands));
  await expect.poll(() => held.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(LEAST_IN_FLIGHT);
  tessera.child.kill('SIGKILL');
  await tessera.ended;
  // Part of what was under way arrived, though nobody is left who could know.
  holds = false;
  for (const response of held) response.destroy();

  tessera = await start();
  const delivered = () => count('webhook_deliveries', { state: 'DELIVERED' });
  await expect.poll(delivered, { timeout: 30_000, interval: 100 }).toBe(2 * CALLS);
  expect(new Set(arrived).size).toBe(2 * CALLS);
  expect(arrived.length).toBeGreaterThan(2 * CALLS);
  expect(await count('notifications', { user_id: '4000' })).toBe(CALLS);
  expect(await database.read('recipients').where({ user_id: '4000' }).first('unread_count')).toEqual({
    unread_count: CALLS,
  });
  expect(await count('webhook_askers')).toBe(0);
  expect(await count('event_dead_letters')).toBe(0);
});
