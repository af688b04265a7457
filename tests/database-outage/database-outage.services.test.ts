import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestResponse } from '../../kit/testing/response.ts';
import { type Mariadb, startMariadb } from '../../tools/services/mariadb.ts';
import { startAll } from '../../tools/services/server.ts';
import { type Deployment, startDeployment } from '../deployment.ts';

const CLIENTS = 6;

interface Answer {
  readonly status: number;
  readonly answer: TestResponse;
}

let folder: string;
/** One server for the database of orders, one for all others. */
let ofOrders: Mariadb;
let ofOthers: Mariadb;
let deployment: Deployment;
let query: string;
let healthy: TestResponse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-outage-'));
  query = await readFile('operations/customer.graphql', 'utf8');
  [ofOrders, ofOthers] = await startAll([
    () => startMariadb({ dataDir: join(folder, 'orders') }),
    () => startMariadb({ dataDir: join(folder, 'others') }),
  ]);
  deployment = await startDeployment({
    DATA_DIR: folder,
    SEED: 'demo',
    DATABASE_URL: ofOthers.url,
    ORDERS_DATABASE_URL: ofOrders.url,
  });
  healthy = (await deployment.ask(query)).answer;
  expect(healthy.errors).toBeUndefined();
});
afterAll(async () => {
  await deployment?.[Symbol.asyncDispose]();
  await Promise.all([ofOrders?.stop(), ofOthers?.stop()]);
  await rm(folder, { recursive: true });
});

const isHealthy = ({ answer }: Answer) => answer.errors === undefined;

/** Keeps clients asking while `fault` runs and until they are answered in full again; gives all answers. */
async function answersDuring(fault: () => Promise<void>): Promise<Answer[]> {
  const answers: Answer[] = [];
  let over = false;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!over) answers.push(await deployment.ask(query));
  });
  try {
    await sleep(300);
    await fault();
    // Since then: while it lasts, requests may all wait, and the last answers be those of before.
    const before = answers.length;
    const isHealed = () => {
      const since = answers.slice(before);
      return since.length >= 5 * CLIENTS && since.slice(-5 * CLIENTS).every(isHealthy);
    };
    await expect.poll(isHealed, { timeout: 30_000 }).toBe(true);
  } finally {
    over = true;
    await Promise.all(clients);
  }
  return answers;
}

/** What the databases of others than orders give. */
const withoutOrders = ({ data }: TestResponse) => {
  const { orders: _, ...user } = data.user;
  return user;
};

/** The two ways in which a server goes. */
const WAYS = [
  ['restarted', (server: Mariadb) => server.restart()],
  [
    'killed with -9, away for two seconds, and started again',
    async (server: Mariadb) => {
      await server.kill('SIGKILL');
      await sleep(2_000);
      await server.restart();
    },
  ],
] as const;

let pids: (number | undefined)[];
beforeEach(() => {
  pids = [...deployment.programs.values()].map(({ child }) => child.pid);
});

/** No process ended: what is healthy again healed by itself. */
function expectNoRestart(): void {
  for (const [name, { child }] of deployment.programs) expect(child.exitCode, name).toBeNull();
  expect([...deployment.programs.values()].map(({ child }) => child.pid)).toEqual(pids);
}

describe.each(WAYS)('a database that is %s under load', (_, fault) => {
  it('takes its own part of the answers away, with a code and its name, and then heals', async () => {
    const answers = await answersDuring(() => fault(ofOrders));
    const broken = answers.filter((each) => !isHealthy(each));
    expect(broken.length).toBeGreaterThan(0);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const { answer } of broken) {
      expect(withoutOrders(answer)).toEqual(withoutOrders(healthy));
      for (const { path, message, extensions } of answer.errors ?? []) {
        expect(path?.join('.')).toMatch(/^user\.orders|unitsSold$/);
        expect({ message, ...extensions }).toMatchObject({
          code: 'DATABASE_UNAVAILABLE',
          service: 'orders',
          message: 'The database does not answer.',
        });
      }
    }
    expect(answers.at(-1)?.answer).toEqual(healthy);
    expectNoRestart();
  });

  it('that all others share leaves answers with a code and a name, and then heals', async () => {
    const answers = await answersDuring(() => fault(ofOthers));
    const broken = answers.filter((each) => !isHealthy(each));
    expect(broken.length).toBeGreaterThan(0);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const { answer } of broken) {
      for (const { extensions } of answer.errors ?? []) {
        expect(extensions).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
        expect(['users', 'subscriptions', 'preferences', 'products']).toContain(extensions?.service);
      }
    }
    expect(answers.at(-1)?.answer).toEqual(healthy);
    expectNoRestart();
  });
});

describe('a database that hangs', () => {
  it('costs its own part after the time limit, and heals when it goes on', async () => {
    const answers = await answersDuring(async () => {
      await ofOrders.kill('SIGSTOP');
      await sleep(6_000);
      await ofOrders.kill('SIGCONT');
    });
    const broken = answers.filter((each) => !isHealthy(each));
    expect(broken.length).toBeGreaterThan(0);
    for (const { answer } of broken) {
      expect(withoutOrders(answer)).toEqual(withoutOrders(healthy));
      for (const { extensions } of answer.errors ?? []) {
        expect(['SUBGRAPH_TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(extensions?.code);
        expect(extensions?.service).toBe('orders');
      }
    }
    expect(answers.at(-1)?.answer).toEqual(healthy);
    expectNoRestart();
  });
});
