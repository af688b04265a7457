import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { provideDatabase } from '../../kit/testing/database.ts';
import { run, temporaryFolder } from '../process.ts';

const ADDRESS = /graph\s+(http:\S+)\/graphql/;
const LOCAL = { HOST: '127.0.0.1', PORT: '0' };

const start = (data: string, env: Record<string, string> = {}) =>
  run(['main.ts'], { ...LOCAL, DATA_DIR: data, ...env });

/** What a first start leaves: databases and keys. */
const filled = temporaryFolder();
beforeAll(() => startOnce(filled.path));
afterAll(() => filled[Symbol.dispose]());

async function startOnce(data: string): Promise<void> {
  await using tessera = start(data);
  await tessera.printed(ADDRESS);
  tessera.child.kill('SIGTERM');
  expect(await tessera.ended).toBe(0);
}

/** A folder in which it ran before. */
function filledFolder(): ReturnType<typeof temporaryFolder> {
  const data = temporaryFolder();
  cpSync(filled.path, data.path, { recursive: true });
  return data;
}

/** Has the database of users hold a migration that no file here is. */
function recordMigration(data: string, name: string): string {
  const file = join(data, 'users.sqlite');
  const users = new BetterSqlite3(file);
  users
    .prepare(
      'INSERT INTO schema_migrations (name, statement, checksum, finished, applied_at) VALUES (?, 0, ?, 1, ?)',
    )
    .run(name, 'abc', '2030-01-01 00:00:00.000');
  users.pragma('wal_checkpoint(TRUNCATE)');
  users.close();
  return file;
}

// Beside each other: a start waits for its disk half of the time.
describe.concurrent('npm start', { timeout: 60_000 }, () => {
  it('greets with addresses, answers the query that it suggests, is healthy, and ends cleanly', async () => {
    using data = temporaryFolder();
    const names = readSupergraphYaml('supergraph.yaml').subgraphs.map(({ name }) => name);
    await using databases = await provideDatabase(names);
    // A name that a shell would take for something else.
    await using tessera = start(join(data.path, "its owner's"), databases.settings);
    const [, address] = await tessera.printed(ADDRESS);
    await tessera.printed(/Ctrl-C/);
    const [, tokenCommand = ''] = /Bearer \$\((.*)\)"/.exec(tessera.output()) ?? [];
    const token = run(['-c', tokenCommand], {}, 'sh');
    expect(await token.ended).toBe(0);

    const suggested = /-d '(.*)'/.exec(tessera.output())?.[1] ?? '';
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.output().trim()}` },
      body: suggested,
    });
    expect(await answer.json()).toMatchObject({
      data: {
        user: { firstName: 'Billye', subscription: { product: { name: 'Curio' }, billing: 'PAY_PER_USE' } },
      },
    });
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    const page = await fetch(address as string);
    expect(page.headers.get('content-type')).toContain('text/html');

    tessera.child.kill('SIGTERM');
    expect(await tessera.ended).toBe(0);
  });

  it('suggests no question where it answers registered ones alone', async () => {
    using data = filledFolder();
    await using tessera = start(data.path, { OPERATIONS: 'registered' });
    const [, address] = await tessera.printed(ADDRESS);
    await tessera.printed(/Ctrl-C/);
    expect(tessera.output()).not.toContain('curl');
    const headers = { 'content-type': 'application/json' };
    const ask = async (query: string) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      return response.json();
    };
    const catalogue = await ask(readFileSync('operations/product-catalogue.graphql', 'utf8'));
    expect(catalogue).toMatchObject({ data: { products: { edges: expect.any(Array) } } });
    expect(await ask('{ products { edges { cursor } } }')).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST' } }],
    });
  });

  it('prints a line for each order that it executes', async () => {
    using data = filledFolder();
    await using tessera = start(data.path, { LOG_LEVEL: '' });
    const [, address] = await tessera.printed(ADDRESS);
    const token = run(['tools/token.ts'], { DATA_DIR: data.path });
    expect(await token.ended).toBe(0);
    const order =
      'placeOrder(input: { userId: 7, lines: [{ productId: 26, quantity: 3 }] }) { order { id } }';
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.output().trim()}` },
      body: JSON.stringify({ query: `mutation { first: ${order} second: ${order} }` }),
    });
    const { data: placed } = (await answer.json()) as { data: Record<string, { order: { id: string } }> };
    for (const { order } of Object.values(placed)) {
      await tessera.printed(new RegExp(`executed order ${order.id}: 3 for 104.97 CAD`));
    }
    expect(tessera.output().match(/executed order/g)).toHaveLength(2);
  });

  it('ends with the npm that started it', async ({ expect }) => {
    using data = temporaryFolder();
    await using shell = run(
      ['-c', `"${process.execPath}" main.ts; :`],
      { ...LOCAL, DATA_DIR: data.path, npm_lifecycle_event: 'start' },
      'sh',
    );
    const [, address] = await shell.printed(ADDRESS);
    shell.child.kill('SIGKILL');
    await expect
      .poll(
        () =>
          fetch(`${address}/health/live`).then(
            () => 'up',
            () => 'down',
          ),
        { timeout: 15_000 },
      )
      .toBe('down');
  });

  it('keeps what it made: keys and data are the same after a restart', async () => {
    using data = filledFolder();
    const keys = readFileSync(join(data.path, 'keys.json'), 'utf8');
    expect(statSync(join(data.path, 'keys.json')).mode & 0o077).toBe(0);
    await startOnce(data.path);
    expect(readFileSync(join(data.path, 'keys.json'), 'utf8')).toBe(keys);
    const users = new BetterSqlite3(join(data.path, 'users.sqlite'));
    expect(users.prepare('SELECT count(*) AS n FROM users').get()).toEqual({ n: 1000 });
    users.close();
  });
});

describe.concurrent('a start on the database of a newer version', { timeout: 60_000 }, () => {
  it('works, and warns once of what it does not know', async () => {
    using data = filledFolder();
    recordMigration(data.path, '998-future');
    recordMigration(data.path, '999-future');
    await using tessera = start(data.path);
    await tessera.printed(ADDRESS);
    expect(tessera.output().match(/.*newer version.*/g)).toEqual([
      expect.stringContaining(
        'the database of users is of a newer version, with 998-future, 999-future: going on',
      ),
    ]);
    tessera.child.kill('SIGTERM');
    expect(await tessera.ended).toBe(0);
  });
});

describe.concurrent('a start that cannot work', { timeout: 60_000 }, () => {
  /** Starts it, and gives the one line that it ends with. */
  async function refusal(data: string, env: Record<string, string> = {}): Promise<string> {
    // Filling the databases would hold up what is to fail, on a busy machine beyond its own time limit.
    await using tessera = start(data, { SEED: 'none', ...env });
    expect(await tessera.ended).toBe(1);
    const lines = tessera.output().trim().split('\n');
    expect(lines).toHaveLength(1);
    return lines[0] as string;
  }

  it.each(['PORT', 'METRICS_PORT'])('names a %s that is taken', async (setting) => {
    using data = temporaryFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal(data.path, { [setting]: String(port) })).toBe(
      `tessera: port ${port} is taken: stop what listens there, or set another ${setting}`,
    );
    other.close();
  });

  it.each([
    [{ PORT: 'http' }, 'PORT: must be a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT: must be a whole number from 0 to 65535'],
    [{ SUBGRAPH_TIMEOUT: '5' }, 'SUBGRAPH_TIMEOUT: must be a whole number from 10 to 300000'],
    [{ AUTH_SIGNING_KEY: '{}' }, 'AUTH_SIGNING_KEY: must be a private key as a JWK'],
    [{ AUTH_JWKS: '{}' }, 'AUTH_JWKS: must be public keys as a JWK set'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ SUBGRAPH_SECRET: 'short' }, 'SUBGRAPH_SECRET: must have at least 32 characters'],
    [{ TRUSTED_PROXIES: 'loopback,proxy' }, 'TRUSTED_PROXIES: proxy is no address'],
    [{ WORKFLOWS_DEFINITIONS: 'nowhere' }, 'nowhere does not exist: name a folder of definitions'],
    [{ WORKFLOWS_DEFINITIONS: 'sql' }, 'sql holds no definition'],
    [{ SUPERGRAPH: 'subgraphs' }, 'SUPERGRAPH: subgraphs cannot be read (EISDIR)'],
    [{ SUPERGRAPH: 'nowhere.graphql' }, 'nowhere.graphql does not exist: run `npm run compose`'],
    [{ SUPERGRAPH: 'subgraphs/users/schema.graphql' }, 'not a composed supergraph'],
    [{ NODE_ENV: 'production' }, 'must be set: keys are made locally only'],
    [{ HOST: '0.0.0.0' }, 'must be set: keys are made locally only'],
    [
      {
        HOST: '192.0.2.1',
        AUTH_JWKS_URL: 'http://127.0.0.1/jwks',
        AUTH_SIGNING_KEY: '{"kty":"OKP","d":"x"}',
        SUBGRAPH_SECRET: 'x'.repeat(32),
      },
      'no address of this machine',
    ],
    [{ OPERATIONS: 'registered', OPERATIONS_DIR: 'sql' }, 'sql holds no .graphql file: name the folder'],
    [{ ORDERS_PROCESSING: 'apart' }, 'ORDERS_PROCESSING=apart needs BROKER_URL'],
    [{ DATABASE_URL: 'mysql://root@127.0.0.1/all' }, 'DATABASE_URL must hold {subgraph}'],
    [{ USERS_DATABASE_URL: 'postgres://x/y' }, 'DATABASE_URL must look like mysql://'],
    [{ USERS_DATABASE_URL: 'mysql://root@127.0.0.1:1/users' }, 'nobody listens there'],
  ] as const)('names the setting: %o', async (env, message) => {
    using data = temporaryFolder();
    expect(await refusal(data.path, env)).toContain(message);
  });

  it.each([[{ HOST: '0.0.0.0' }], [{ REST: 'perhaps' }], [{ SUPERGRAPH: 'nowhere.graphql' }]])(
    'makes nothing where a setting of the gateway is wrong: %o',
    async (env) => {
      using data = temporaryFolder();
      await refusal(data.path, env);
      expect(readdirSync(data.path)).toEqual([]);
    },
  );

  it('makes no database for a subgraph without a key', async () => {
    using data = temporaryFolder();
    const settings = {
      HOST: '0.0.0.0',
      PORT: '0',
      DATA_DIR: data.path,
      AUTH_SIGNING_KEY: '{"kty":"OKP","d":"x"}',
    };
    await using users = run(['tools/subgraph.ts', 'users'], settings);
    expect(await users.ended).toBe(1);
    expect(users.output()).toContain('SUBGRAPH_KEY, or SUBGRAPH_SECRET, must be set');
    expect(readdirSync(data.path)).toEqual([]);
  });

  it('refuses a folder for its data that cannot be made', async () => {
    using data = temporaryFolder();
    const file = join(data.path, 'file');
    writeFileSync(file, '');
    const places = [join(file, 'data'), ...(process.platform === 'linux' ? ['/proc/tessera'] : [])];
    for (const place of places)
      expect(await refusal(place)).toMatch(
        /^tessera: DATA_DIR: the folder \S+ cannot be made \(E\w+\): name one/,
      );
  });

  it('refuses a folder for its usage file, and leaves it alone', async () => {
    using data = temporaryFolder();
    using other = temporaryFolder();
    const usage = join(other.path, 'usage');
    mkdirSync(usage);
    expect(await refusal(data.path, { USAGE_FILE: usage })).toContain(
      'usage is no regular file: name another',
    );
    expect(await refusal(data.path, { USAGE_FILE: join(other.path, 'none', 'usage.json') })).toContain(
      'none: make it, or name a file elsewhere',
    );
    expect(readdirSync(other.path)).toEqual(['usage']);
    // Not even a database.
    expect(readdirSync(data.path)).toEqual([]);
  });

  it('refuses damaged keys, and leaves them alone', async () => {
    using data = temporaryFolder();
    const file = join(data.path, 'keys.json');
    writeFileSync(file, '{}');
    expect(await refusal(data.path)).toContain(
      `${file} is damaged: restore it from a backup, or move it away`,
    );
    expect(readFileSync(file, 'utf8')).toBe('{}');
  });

  it('refuses a file that is no database, and leaves it alone', async () => {
    using data = temporaryFolder();
    const file = join(data.path, 'orders.sqlite');
    writeFileSync(file, 'these are my notes, not a database'.repeat(100));
    expect(await refusal(data.path)).toMatch(/orders.*not a SQLite database/);
    expect(readFileSync(file, 'utf8')).toMatch(/^these are my notes/);
  });

  it('refuses a damaged database, and leaves it alone', async () => {
    using data = filledFolder();
    const file = join(data.path, 'orders.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 8192, 20_000);
    writeFileSync(file, bytes);
    expect(await refusal(data.path)).toMatch(/orders.*damaged/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('refuses a database with a migration that is gone, and leaves it alone', async () => {
    using data = filledFolder();
    const file = recordMigration(data.path, '001-gone');
    const before = readFileSync(file);
    expect(await refusal(data.path)).toMatch(/users.*001-gone.*start the version that has it/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
