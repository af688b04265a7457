import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row, Suite } from './rows.ts';

const QUERY = readFileSync('operations/customer.graphql', 'utf8');
const ROUNDS = 40;
const REQUESTS_PER_ROUND = 50;
/** The first rounds fill caches and warm the compiler up; they are not counted. */
const WARM_UP = 6;

/**
 * One customer's latency in a database of 10^3 and of 10^6 users, by the same queries in turn, in one run. The larger
 * database is seeded at the first run, into BENCH_DATA_DIR (default: a temporary folder, removed at the end).
 */
export const run: Suite = async ({ quick, report }) => {
  const base = process.env.BENCH_DATA_DIR || mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  const scales = quick ? [1_000, 50_000] : [1_000, 1_000_000];
  const subjects = [];
  try {
    for (const users of scales) {
      const data = join(base, String(users));
      if (!existsSync(data)) {
        report(`seeding ${users.toLocaleString('en')} users`);
        const seed = spawn(process.execPath, ['tools/seed.ts', '--users', String(users)], {
          env: { ...process.env, DATA_DIR: data },
          stdio: ['ignore', 'inherit', 'inherit'],
        });
        await once(seed, 'close');
      }
      subjects.push({ users, times: [] as number[], ...(await startServer(data)) });
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const subject of subjects) {
        for (let i = 0; i < REQUESTS_PER_ROUND; i++) {
          const milliseconds = await ask(subject, 1 + Math.floor(Math.random() * subject.users));
          if (round >= WARM_UP) subject.times.push(milliseconds);
        }
      }
    }
  } finally {
    for (const { server } of subjects) await stop(server);
    if (!process.env.BENCH_DATA_DIR) rmSync(base, { recursive: true });
  }
  const rows: Row[] = subjects.flatMap(({ users, times }) => {
    times.sort((a, b) => a - b);
    const subject = `${users.toLocaleString('en')} users`;
    const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
    return [
      { suite: 'customer', workload: 'one customer', subject, metric: 'p50', value: at(0.5), unit: 'ms' },
      { suite: 'customer', workload: 'one customer', subject, metric: 'p95', value: at(0.95), unit: 'ms' },
    ];
  });
  const [small, , large] = rows;
  const ratio = (large?.value ?? Number.NaN) / (small?.value ?? Number.NaN);
  rows.push({
    suite: 'customer',
    workload: 'one customer',
    subject: 'large : small',
    metric: 'p50',
    value: ratio,
    unit: 'x',
  });
  return rows;
};

interface Server {
  readonly server: ChildProcess;
  readonly url: string;
  readonly token: string;
}

async function startServer(data: string): Promise<Server> {
  const env = { ...process.env, DATA_DIR: data, PORT: '0', LOG_LEVEL: 'error' };
  const server = spawn(process.execPath, ['main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await firstMatch(server, /graph\s+(\S+)/);
  const token = spawn(process.execPath, ['tools/token.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return { server, url, token: await firstMatch(token, /(\S+\.\S+\.\S+)/) };
}

function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const match = pattern.exec(text);
      if (match?.[1]) resolve(match[1]);
    });
    child.once('close', () => reject(new Error(`it ended before it printed ${pattern}: ${text}`)));
  });
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  await once(server, 'close');
}

async function ask({ url, token }: Server, id: number): Promise<number> {
  const start = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUERY, variables: { id: String(id) } }),
  });
  const { data, errors } = (await response.json()) as {
    data: { user: { id: string } | null };
    errors?: unknown;
  };
  if (errors || data.user?.id !== String(id))
    throw new Error(`user ${id}: ${JSON.stringify(errors ?? data)}`);
  return performance.now() - start;
}
