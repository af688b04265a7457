import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ServicesStatus } from './services/engine.ts';
import { readJson, writeJson } from './services/files.ts';
import { isPortFree } from './services/ports.ts';
import { amqpSignIn } from './services/rabbitmq.ts';

const TOOL = fileURLToPath(new URL('./services.ts', import.meta.url));

let folder: string;
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, DATA_DIR: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-services-'));
});
afterEach(async () => {
  await run('down', '--purge');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a person would, on the packages' servers. */
function run(...args: string[]): Promise<Outcome> {
  const all = args[0] === 'up' ? [TOOL, ...args, '--with', 'packages'] : [TOOL, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env: environment() }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

async function status(): Promise<ServicesStatus> {
  return JSON.parse((await run('status', '--json')).stdout) as ServicesStatus;
}

/** The command lines of the processes that work in our folder, whoever started them. */
function processesInside(): string[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      if (!/^\d+$/.test(name) || !readlinkSync(`/proc/${name}/cwd`).startsWith(folder)) return [];
      return [readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')];
    } catch {
      return [];
    }
  });
}

async function query(url: string, sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    return (await connection.query<RowDataPacket[]>(sql))[0];
  } finally {
    connection.destroy();
  }
}

test('up, status, env, down: a round trip that keeps the data and leaves nothing running', async () => {
  const up = await run('up');
  expect(up).toMatchObject({ code: 0 });
  expect(up.stderr).toMatch(/starting MariaDB and RabbitMQ: done in [\d.]+ s/);

  const shell = `${up.stdout}\nprintf '%s\\n' "$DATABASE_URL" "$DATABASE_ADMIN_URL" "$BROKER_URL"`;
  const [url = '', adminUrl = '', brokerUrl = ''] = execFileSync('sh', ['-c', shell], {
    encoding: 'utf8',
  }).split('\n');
  const orders = url.replaceAll('{subgraph}', 'orders');
  await query(orders, 'CREATE TABLE kept (id VARCHAR(36) PRIMARY KEY)');
  await query(adminUrl, 'CREATE DATABASE made_by_a_test');
  await amqpSignIn(brokerUrl);

  const running = await status();
  expect(running).toMatchObject({
    engine: 'packages',
    services: [
      { name: 'MariaDB', running: true, healthy: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      { name: 'RabbitMQ', running: true, healthy: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
    ],
    urls: { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, BROKER_URL: brokerUrl },
  });
  expect((await run('env')).stdout).toBe(up.stdout);

  const down = await run('down');
  expect(down).toMatchObject({ code: 0 });
  expect(down.stderr).toContain('stopped MariaDB and RabbitMQ; the data stays');
  expect(processesInside()).toEqual([]);
  for (const { port } of running.services) expect(await isPortFree(port ?? 0)).toBe(true);
  expect(await run('status')).toMatchObject({
    code: 1,
    stdout: 'MariaDB  not running\nRabbitMQ not running\n',
  });

  expect((await run('up')).stdout).toBe(up.stdout);
  expect((await query(orders, 'SHOW TABLES')).length).toBe(1);
});

test('a second up says that they already run, and changes nothing', async () => {
  const first = await run('up');
  const before = await status();
  const second = await run('up');
  expect(second).toMatchObject({ code: 0, stdout: first.stdout });
  expect(second.stderr).toMatch(/^MariaDB already runs \(pid \d+\)\nRabbitMQ already runs \(pid \d+\)\n$/);
  expect((await status()).services.map(({ pid }) => pid)).toEqual(before.services.map(({ pid }) => pid));
});

test('two ups at once start one of each', async () => {
  const [one, two] = await Promise.all([run('up'), run('up')]);
  expect([one.code, two.code]).toEqual([0, 0]);
  expect(one.stdout).toBe(two.stdout);
  expect(one.stderr + two.stderr).toContain('already runs');
});

test('servers that were killed are named by status and started again by up', async () => {
  expect(await run('up')).toMatchObject({ code: 0 });
  for (const { pid } of (await status()).services) process.kill(pid as number, 'SIGKILL');
  await sleep(200);
  const broken = await run('status');
  expect(broken.code).toBe(1);
  expect(broken.stdout.match(/not running · ended without `down`/g)).toHaveLength(2);
  const up = await run('up');
  expect(up.stderr).toContain('MariaDB ended without `down`: starting it again on its data');
  expect((await status()).services.every(({ healthy }) => healthy)).toBe(true);
});

test('down ends what an up that was killed half-way had started', async () => {
  const up = spawn(process.execPath, [TOOL, 'up', '--with', 'packages'], {
    env: environment(),
    stdio: 'ignore',
  });
  while (!existsSync(join(folder, 'services', 'rabbitmq', 'process.json'))) await sleep(20);
  up.kill('SIGKILL');
  expect(processesInside().length).toBeGreaterThan(0);
  expect(await run('down')).toMatchObject({ code: 0 });
  expect(processesInside()).toEqual([]);
});

test('down does not touch a process that is not ours', async () => {
  const stranger = spawn('sleep', ['60']);
  try {
    expect(await run('up')).toMatchObject({ code: 0 });
    const recordFile = join(folder, 'services', 'mariadb', 'process.json');
    const record = (await readJson<Record<string, unknown>>(recordFile)) ?? {};
    await run('down');
    await writeJson(recordFile, { ...record, pid: stranger.pid });
    await run('down');
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    expect(() => process.kill(stranger.pid as number, 0)).not.toThrow();
  } finally {
    stranger.kill();
  }
});

test('a port that another program took in the meantime is given up for a spare one', async () => {
  expect(await run('up')).toMatchObject({ code: 0 });
  const { port } = (await status()).services[0] as { port: number };
  await run('down');
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  try {
    expect(await run('up')).toMatchObject({ code: 0 });
    expect((await status()).services[0]).toMatchObject({ healthy: true, port: expect.not.toBeOneOf([port]) });
  } finally {
    squatter.close();
  }
});

test('a server that hangs is running, but not healthy', async () => {
  expect(await run('up')).toMatchObject({ code: 0 });
  const pid = (await status()).services[0]?.pid as number;
  process.kill(pid, 'SIGSTOP');
  try {
    const hung = await status();
    expect(hung.services[0]).toMatchObject({
      running: true,
      healthy: false,
      problem: expect.stringMatching(/TIMEDOUT/),
    });
  } finally {
    process.kill(pid, 'SIGCONT');
  }
});

test('purge deletes everything', async () => {
  expect(await run('up')).toMatchObject({ code: 0 });
  expect(await run('down', '--purge')).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'services'))).toEqual([]);
});

test.each([
  [['env'], 'MariaDB and RabbitMQ do not both run: start them with `npm run services -- up`'],
  [['fly'], 'there is no command `fly`: try `npm run services -- --help`'],
  [['up', '--ports', 'many'], '`many` is not a range of ports: write it as 23000-23999'],
])('%s fails with one line that says what to do', async (args, line) => {
  expect(await run(...args)).toEqual({ code: 1, stdout: '', stderr: `services: ${line}\n` });
});
