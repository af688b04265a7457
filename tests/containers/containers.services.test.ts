import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { type Mariadb, startMariadb } from '../../tools/services/mariadb.ts';
import { pickPorts } from '../../tools/services/ports.ts';
import { type Rabbitmq, startRabbitmq } from '../../tools/services/rabbitmq.ts';
import { buildImage, type Image } from './image.ts';

/**
 * Runs the commands of docker-compose.yml in what the Dockerfile makes, without an engine: the same files, packages,
 * settings, keys and user; only the addresses are those of one machine.
 */

interface Service {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const subgraphs = readSupergraphYaml('supergraph.yaml').subgraphs.map(({ name }) => name);
const names = [...subgraphs, 'gateway'];
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
/** What a person gives to `docker compose up`. */
const given: Readonly<Record<string, string>> = { SEED: 'demo' };
/** The user that the image runs as, where this process may become another one. */
const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

let folder: string;
let image: Image;
let keys: string;
let mariadb: Mariadb;
let rabbitmq: Rabbitmq;
let ports: Map<string, number>;
const running = new Map<string, { child: ReturnType<typeof spawn>; output: () => string }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-containers-'));
  chmodSync(folder, 0o755);
  // One after the other: the first of them keeps this process busy, and the others must be ended when one fails.
  image = buildImage(folder);
  mariadb = await startMariadb({ dataDir: join(folder, 'mariadb') });
  rabbitmq = await startRabbitmq({ dataDir: join(folder, 'rabbitmq') });
  const picked = await pickPorts(names.map(() => undefined));
  ports = new Map(names.map((name, i) => [name, picked[i] as number]));
  keys = join(folder, 'keys');
});

afterAll(async () => {
  for (const { child } of running.values()) child.kill('SIGKILL');
  await Promise.all([mariadb?.stop(), rabbitmq?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A container's environment: the image's and the service's, with the addresses of this machine. */
function environmentOf(name: string): Record<string, string> {
  const settings = Object.entries(services[name]?.environment ?? {}).map(([setting, value]) => [
    setting,
    String(value)
      .replace(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, otherwise: string) => given[name] ?? otherwise)
      .replace('/run/keys', join(keys, name))
      .replace(/^http:\/\/(\w+):4000/, (_, host: string) => `http://127.0.0.1:${ports.get(host)}`),
  ]);
  return {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    ...image.env,
    ...Object.fromEntries(settings),
    HOST: '127.0.0.1',
    PORT: String(ports.get(name)),
  };
}

/** Runs a command in a container's place to its end. */
function execute(name: string, [program = '', ...args]: readonly string[]) {
  return spawnSync(program, args, { cwd: image.folder, env: environmentOf(name), encoding: 'utf8', ...user });
}

function start(name: string): void {
  const [program = '', ...args] = services[name]?.command ?? [];
  const child = spawn(program, args, { cwd: image.folder, env: environmentOf(name), ...user });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  running.set(name, { child, output: () => output });
}

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  writeFileSync(file, change(text));
}

const isHealthy = (name: string) => execute(name, image.healthCheck).status === 0;

describe('the containers', () => {
  it('hold what runs: no tests, no development packages, nothing of this machine', () => {
    for (const absent of ['tests', 'kit/testing', 'tools/check.ts', '.git', '.data', 'node_modules/vitest']) {
      expect(existsSync(join(image.folder, absent)), absent).toBe(false);
    }
    const megabytes = Number(execFileSync('du', ['-sm', image.folder], { encoding: 'utf8' }).split('\t')[0]);
    // The SDK of AWS, for who keeps credentials there, and OpenTelemetry's are 30 of them.
    expect(megabytes).toBeLessThan(175);
  });

  it('refuse to start without keys', () => {
    const { status, stderr } = execute('gateway', services.gateway?.command ?? []);
    expect(stderr.trim()).toMatch(/^tessera: SUBGRAPH_SECRET_FILE: .* cannot be read \(ENOENT\)$/);
    expect(status).toBe(1);
  });

  it('are given keys by the first of them', async () => {
    const [program = '', ...args] = services.keys?.command ?? [];
    const made = spawnSync(
      program,
      args.map((each) => (each === '/keys' ? keys : each)),
      {
        cwd: image.folder,
        env: environmentOf('keys'),
        encoding: 'utf8',
      },
    );
    expect(made).toMatchObject({ status: 0, stderr: '' });
    // Compose shows each container its own folder only; here the one above it is on the way.
    chmodSync(keys, 0o755);
    for (const name of subgraphs) {
      edit(join(keys, name, 'database-url'), (url) =>
        url.replace('@mysql:3306', `@127.0.0.1:${mariadb.port}`),
      );
      edit(join(keys, name, 'broker-url'), () => rabbitmq.url);
    }
    const server = await createConnection({ uri: mariadb.adminUrl, multipleStatements: true });
    // The server comes with the development accounts; a container's has none.
    for (const name of subgraphs) await server.query(`DROP USER '${name}'@'%'`);
    await server.query(readFileSync(join(keys, 'mysql/init.sql'), 'utf8'));
    await server.end();
  });

  it('become healthy, subgraphs first, then the gateway', async () => {
    for (const name of subgraphs) start(name);
    for (const name of subgraphs) {
      await expect.poll(() => isHealthy(name), { timeout: 60_000, interval: 500 }).toBe(true);
    }
    start('gateway');
    await expect.poll(() => isHealthy('gateway'), { timeout: 60_000, interval: 500 }).toBe(true);
    const ready = await fetch(`http://127.0.0.1:${ports.get('gateway')}/health/ready`);
    expect(await ready.json()).toEqual({
      status: 'up',
      needs: {},
      uses: Object.fromEntries(subgraphs.map((name) => [name, 'up'])),
    });
  });

  it('answer the customer query to someone who signs in, and to an admin with a token made in users', async () => {
    const ask = async (query: string, token?: string) => {
      const response = await fetch(`http://127.0.0.1:${ports.get('gateway')}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as { data: Record<string, { token: string }>; errors?: unknown };
    };
    const signedIn = await ask(
      'mutation { signIn(input: { login: "billye.topes", password: "tessera-demo" }) { token } }',
    );
    const admin = execute('users', ['node', 'tools/token.ts']).stdout.trim();
    for (const token of [signedIn.data.signIn?.token, admin]) {
      const { data, errors } = await ask(readFileSync('operations/customer.graphql', 'utf8'), token);
      expect(errors).toBeUndefined();
      expect(data.user).toMatchObject({ firstName: 'Billye', subscription: { product: { name: 'Curio' } } });
    }
  });

  it('serve the console, whose scripts are in the image, without a token', async () => {
    const address = `http://127.0.0.1:${ports.get('gateway')}/console`;
    expect(await (await fetch(address)).text()).toContain('<meta name="token" content="">');
    for (const file of ['console/page/main.ts', 'client/index.ts'])
      expect([file, (await fetch(`${address}/${file}`)).status]).toEqual([file, 200]);
  });

  it('serve no playground, and take no request that the gateway did not sign', async () => {
    expect((await fetch(`http://127.0.0.1:${ports.get('gateway')}/`)).status).toBe(404);
    const response = await fetch(`http://127.0.0.1:${ports.get('products')}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(401);
  });

  it('write nothing where they run', () => {
    const { stdout } = spawnSync('find', [image.folder, '-newer', join(keys, 'rabbitmq/account.conf')], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('end cleanly at a SIGTERM', async () => {
    for (const name of [...names].reverse()) {
      const { child, output } = running.get(name) as NonNullable<ReturnType<typeof running.get>>;
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      expect(await ended, output()).toBe(0);
    }
  });
});
