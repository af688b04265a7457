import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ownSetting } from '../../kit/config.ts';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import type { Memory, MemoryAnswer } from './memory-probe.ts';

/** Where orders are settled: products and orders in one process, or in several. */
export interface Deployment extends AsyncDisposable {
  /** What leads to its databases. */
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
  /** Of an account that may do everything; null on SQLite. */
  readonly adminUrl: string | null;
  /** Starts the processes; resolves when they are ready. */
  start(): Promise<void>;
  /** Asks whoever answers for orders, as an admin. */
  ask(query: string, variables: object): Promise<unknown>;
  /** Its processes, without the servers of database and broker. */
  pids(): readonly number[];
  /** What each process holds, by its name. */
  memory(): Promise<ReadonlyMap<string, Memory>>;
}

/** Lets a process tell what it holds. */
const PROBE = ['--expose-gc', '--import', new URL('memory-probe.ts', import.meta.url).href];

/** Everything in one process, on SQLite. */
export async function deployEmbedded(): Promise<Deployment> {
  const dataDir = makeFolder();
  return deploy({ dataDir, adminUrl: null, env: settingsFor(dataDir, { LOG_LEVEL: 'warn' }) }, [
    { name: 'server', args: ['main.ts'], ready: /graph\s+(http:\S+)\/graphql/ },
  ]);
}

/** Which processes a deployment has. */
export interface Fleet {
  /** APIs of subgraphs whose background work is done by the same process. */
  readonly servers: readonly string[];
  /** How many workers of which subgraph, whose API leaves them their work; they start in this order. */
  readonly workers: Readonly<Record<string, number>>;
  /** The subgraph that is asked. */
  readonly door: string;
}

/** Subgraphs and workers as processes of their own, on a MariaDB and a RabbitMQ that are started for it. */
export async function deployServices({ servers, workers, door }: Fleet): Promise<Deployment> {
  const dataDir = makeFolder();
  await services(dataDir, 'up', '--with', 'packages');
  const { urls } = JSON.parse(await services(dataDir, 'status', '--json'));
  const { DATABASE_ADMIN_URL: adminUrl, DATABASE_URL, BROKER_URL } = urls;
  const apart = Object.keys(workers).map((name) => [ownSetting(name, 'PROCESSING'), 'apart']);
  const env = settingsFor(dataDir, { DATABASE_URL, BROKER_URL, ...Object.fromEntries(apart) });
  const api = (name: string) => ({
    name,
    args: [`subgraphs/${name}/main.ts`],
    ready: /is ready at (http:[^"\s]+)/,
  });
  return deploy(
    { dataDir, adminUrl, env },
    [
      ...servers.map(api),
      ...Object.entries(workers).flatMap(([name, count]) =>
        Array.from({ length: count }, (_, i) => ({
          name: `worker ${i + 1} of ${name}`,
          args: [`subgraphs/${name}/worker.ts`],
          ready: new RegExp(`${name} is (ready)`),
        })),
      ),
      api(door),
    ],
    async () => void (await services(dataDir, 'down', '--purge')),
  );
}

interface Program {
  readonly name: string;
  readonly args: readonly string[];
  /** What it prints when it is ready; of the last program, with its address. */
  readonly ready: RegExp;
}

function deploy(
  place: Pick<Deployment, 'dataDir' | 'adminUrl' | 'env'>,
  programs: readonly Program[],
  cleanUp = async () => {},
): Deployment {
  const children = new Map<string, ChildProcess>();
  let address = '';
  let token = '';
  return {
    ...place,
    async start() {
      const keys = await loadKeys(place.env);
      token = await issueToken(keys, { id: 'admin', scopes: ['admin'] }, 36_000);
      const run = ({ name, args, ready }: Program) => {
        const child = spawn(process.execPath, [...PROBE, ...args], {
          env: { ...process.env, ...place.env },
          stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        });
        children.set(name, child);
        return firstMatch(child, ready);
      };
      // One after the other: who publishes starts after those who have to hear of it.
      for (const program of programs) address = await run(program);
    },
    async ask(query, variables) {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    pids: () => [...children.values()].map(({ pid }) => pid as number),
    async memory() {
      const answers = [...children].map(async ([name, child]) => [name, await memoryOf(child)] as const);
      return new Map(await Promise.all(answers));
    },
    async [Symbol.asyncDispose]() {
      for (const child of children.values()) {
        const exit = once(child, 'exit');
        if (child.exitCode !== null) continue;
        child.kill('SIGTERM');
        await exit;
      }
      await cleanUp();
      rmSync(place.dataDir, { recursive: true, force: true });
    },
  };
}

/** On the disk, not in memory: each commit is to cost what it costs. */
function makeFolder(): string {
  return mkdtempSync(join(process.env.BENCH_DATA_DIR || '.', '.data-bench-'));
}

const settingsFor = (dataDir: string, more: Record<string, string>) => ({
  DATA_DIR: dataDir,
  HOST: '127.0.0.1',
  PORT: '0',
  SEED: 'demo',
  // The line that says that a process is ready is an info.
  LOG_LEVEL: 'info',
  ...more,
});

async function services(dataDir: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir };
  return (await promisify(execFile)(process.execPath, ['tools/services.ts', ...args], { env })).stdout;
}

function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text: string | null = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      // What is printed after that is read and thrown away, so that the pipe does not fill.
      if (text === null) return;
      text += chunk;
      const match = pattern.exec(text);
      if (!match) return;
      text = null;
      resolve(match[1] as string);
    });
    // After it was ready, this changes nothing.
    child.once('exit', (code) => reject(new Error(`a server ended with code ${code}`)));
  });
}

function memoryOf(child: ChildProcess): Promise<Memory> {
  return new Promise((resolve) => {
    const hear = (message: Partial<MemoryAnswer>) => {
      if (!message.memory) return;
      child.off('message', hear);
      resolve(message.memory);
    };
    child.on('message', hear);
    child.send('memory');
  });
}
