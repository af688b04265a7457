import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import type { Subgraph } from '../../kit/server/subgraph.ts';
import { queryServer } from '../../kit/testing/database.ts';
import { startSecretsManager, type TestSecretsManager } from '../../kit/testing/secrets-manager.ts';
import { admin } from '../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../../subgraphs/orders/index.ts';
import { type Mariadb, startMariadb } from '../../tools/services/mariadb.ts';
import { run, temporaryFolder } from '../process.ts';

const ID = 'tessera/orders';
const folder = temporaryFolder();
let server: Mariadb;
let manager: TestSecretsManager;
beforeAll(async () => {
  server = await startMariadb({ dataDir: `${folder.path}/mariadb` });
  manager = await startSecretsManager();
  for (const [name, value] of Object.entries(manager.env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await manager?.[Symbol.asyncDispose]();
  await server?.stop();
  folder[Symbol.dispose]();
});
afterEach(() => setPassword('development'));

const keep = (password: string) => {
  const { hostname: host, port } = new URL(server.adminUrl);
  const secret = { username: 'orders', password, engine: 'mariadb', host, port, dbname: 'orders' };
  manager.secrets.set(ID, JSON.stringify(secret));
  manager.asked.length = 0;
};

/** Gives the account another password; every connection that it has ends, and whoever had it knows that. */
async function setPassword(password: string) {
  await queryServer(server.adminUrl, `ALTER USER orders@'%' IDENTIFIED BY '${password}'`);
  await queryServer(server.adminUrl, "KILL USER 'orders'@'%'");
  const left = "SELECT id FROM information_schema.processlist WHERE user = 'orders'";
  await expect.poll(() => queryServer(server.adminUrl, left)).toEqual([]);
  await sleep(100);
}

const env = { DATABASE_SECRET_ID: 'tessera/{subgraph}', DATA_DIR: folder.path, SEED: 'demo' };

async function open(): Promise<Subgraph & AsyncDisposable> {
  const subgraph = await createOrdersSubgraph({ log: createLogger('test', 'silent'), env });
  return Object.assign(subgraph, { [Symbol.asyncDispose]: subgraph.close });
}

const ask = (subgraph: Subgraph) =>
  subgraph.execute({
    query: '{ order(id: "4418") { status } }',
    viewer: admin,
    requestId: 'test',
    variables: {},
  });
const ANSWER = { data: { order: { status: 'CONFIRMED' } } };
const UNAVAILABLE = { errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] };

describe('a subgraph whose credentials are in a secret', () => {
  it('says so, and starts with nothing else', async () => {
    keep('development');
    await using orders = run(['tools/subgraph.ts', 'orders'], { ...env, PORT: '0', LOG_LEVEL: 'info' });
    await orders.printed(/database credentials of orders: those of the secret tessera\/orders/);
    await orders.printed(/http:\/\/127\.0\.0\.1:\d+/);
    expect(orders.output()).not.toContain('development');
  });

  it('goes on when they are rotated, having read the secret once, however many connections it needs', async () => {
    keep('development');
    await using orders = await open();
    expect(await ask(orders)).toMatchObject(ANSWER);
    keep('rotated');
    await setPassword('rotated');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(orders)));
    expect(answers.map((answer) => JSON.stringify(answer))).toEqual(Array(20).fill(JSON.stringify(ANSWER)));
    expect(manager.asked).toEqual([ID]);
  });

  it('does not ask again and again while the secret holds what is refused', async () => {
    keep('development');
    await using orders = await open();
    // Before: what works in the background connects anew as soon as its connection has ended.
    manager.asked.length = 0;
    await setPassword('rotated');
    for (let i = 0; i < 5; i++) expect(await ask(orders)).toMatchObject(UNAVAILABLE);
    expect(manager.asked).toEqual([ID]);
  });

  it('ends in one line where the secret holds what is refused at the start', async () => {
    keep('wrong');
    await using orders = run(['tools/subgraph.ts', 'orders'], { ...env, PORT: '0' });
    expect(await orders.ended, orders.output()).toBe(1);
    expect(orders.output()).toMatch(
      /^.*database of orders \(127\.0\.0\.1:\d+\/orders\): user or password is wrong: correct the secret tessera\/orders\n$/,
    );
  });

  it('takes DATABASE_URL where the secret cannot be read, and says so', async () => {
    manager.secrets.delete(ID);
    const DATABASE_URL = server.url;
    await using orders = run(['tools/subgraph.ts', 'orders'], {
      ...env,
      DATABASE_URL,
      PORT: '0',
      LOG_LEVEL: 'info',
    });
    await orders.printed(
      /those of DATABASE_URL, since the secret tessera\/orders \(DATABASE_SECRET_ID\) cannot/,
    );
    await orders.printed(/http:\/\/127\.0\.0\.1:\d+/);
  });
});
