import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

const SAMPLE_ROWS = 200;
const PRODUCED = 25;

const data = temporaryFolder();
const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data.path, SIMULATION_INTERVAL: '20' };
let tessera: RunningProgram;
let address: string;

async function start(): Promise<void> {
  tessera = run(['main.ts'], settings);
  address = (await tessera.printed(/graph\s+(http:\S+\/graphql)/))[1] as string;
}

// biome-ignore lint/suspicious/noExplicitAny: every answer has a shape of its own, and assertions check it
async function ask(query: string): Promise<any> {
  const token = await issueToken(await loadKeys(settings), { id: 'admin', scopes: ['admin'] }, 3_600);
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

interface State {
  readonly kind: string;
  readonly running: boolean;
  readonly since: string;
  readonly produced: number;
}
const readStates = async (): Promise<State[]> =>
  (await ask('{ simulations { kind running since produced } }')).simulations;
const change = (mutation: string) =>
  ask(`mutation {
    detections: ${mutation}(input: { kind: DETECTIONS }) { simulation { kind } }
    unitEvents: ${mutation}(input: { kind: UNIT_EVENTS }) { simulation { kind } }
  }`);

beforeAll(start);
afterAll(async () => {
  await tessera[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

it('lets simulators run on, and loses and counts nothing twice, when the whole server is killed', async () => {
  await change('startSimulation');
  const hasProduced = (least: number) => async () =>
    (await readStates()).every(({ produced }) => produced >= least);
  await expect.poll(hasProduced(PRODUCED), { timeout: 20_000 }).toBe(true);
  const before = await readStates();
  tessera.child.kill('SIGKILL');
  await tessera.ended;

  await start();
  const after = await readStates();
  expect(after.map(({ kind, running, since }) => ({ kind, running, since }))).toEqual(
    before.map(({ kind, since }) => ({ kind, running: true, since })),
  );
  for (const [i, { produced }] of after.entries())
    expect(produced).toBeGreaterThanOrEqual((before[i] as State).produced);
  await expect.poll(hasProduced(2 * PRODUCED), { timeout: 20_000 }).toBe(true);
  await change('stopSimulation');

  const database = new BetterSqlite3(join(data.path, 'security.sqlite'), { readonly: true });
  const counted = ['detections', 'unit_events'].map(
    (table) => database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get() as number,
  );
  database.close();
  expect((await readStates()).map(({ produced }) => produced + SAMPLE_ROWS)).toEqual(counted);
}, 60_000);
