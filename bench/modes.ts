import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMariadb } from '../tools/services/mariadb.ts';
import { startRabbitmq } from '../tools/services/rabbitmq.ts';
import { CONNECTIONS, type Deployment, startDeployment } from './modes/deployment.ts';
import { usageOf } from './modes/processes.ts';
import type { Row, Suite } from './rows.ts';

const QUERY = readFileSync('operations/customer.graphql', 'utf8');
/** Of the sample data. */
const USERS = 1_000;
const COUNTED_REQUESTS = 50;

interface Mode {
  readonly name: string;
  readonly args: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  /** Servers whose CPU time is part of the price. */
  readonly servers: readonly number[];
}

interface Measured {
  readonly times: number[];
  seconds: number;
  cpu: number;
  memory: number;
}

/**
 * The customer query in the three ways to run Tessera, all running at once and asked in turn, round by round, so that
 * what else happens on the machine happens to all. The CPU of the client is not counted, but it is taken from the same
 * machine. SQL statements are counted in a run of their own, by the log.
 */
export const run: Suite = async ({ quick, report }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => rmSync(folder, { recursive: true, force: true }));
  report('starting MariaDB and RabbitMQ');
  const mariadb = cleanUp.use(await startMariadb({ dataDir: join(folder, 'mariadb') }));
  const rabbitmq = cleanUp.use(await startRabbitmq({ dataDir: join(folder, 'rabbitmq') }));
  const modes: Mode[] = [
    { name: 'one process, SQLite', args: ['main.ts'], settings: {}, servers: [] },
    {
      name: 'one process, MariaDB',
      args: ['main.ts'],
      settings: { DATABASE_URL: mariadb.url },
      servers: [mariadb.pid],
    },
    {
      name: 'many processes, MariaDB',
      args: ['tools/start-services.ts', '--ports', '22000-22999'],
      settings: { DATABASE_URL: mariadb.url, BROKER_URL: rabbitmq.url },
      servers: [mariadb.pid],
    },
  ];
  const start = ({ args, settings }: Mode, level: string) =>
    startDeployment(args, { ...settings, DATA_DIR: join(folder, 'data'), LOG_LEVEL: level }, QUERY);

  const statements: number[] = [];
  for (const mode of modes) {
    report(`counting the statements of ${mode.name}`);
    const deployment = await start(mode, 'trace');
    statements.push(await countStatements(deployment).finally(deployment.stop));
  }

  const [rounds, milliseconds] = quick ? [4, 1_500] : [12, 4_000];
  const measured = modes.map((): Measured => ({ times: [], seconds: 0, cpu: 0, memory: 0 }));
  const deployments: Deployment[] = [];
  for (const mode of modes) {
    const deployment = await start(mode, 'error');
    cleanUp.defer(deployment.stop);
    deployments.push(deployment);
  }
  for (let round = 0; round < rounds; round++) {
    report(`round ${round + 1} of ${rounds}`);
    for (const [i, { servers }] of modes.entries()) {
      const deployment = deployments[i] as Deployment;
      const all = [deployment.child.pid as number, ...servers];
      // The first rounds fill caches and warm the compiler up.
      const into = round < rounds / 4 ? undefined : measured[i];
      await measure(deployment, all, milliseconds, into);
    }
  }
  return modes.flatMap(({ name }, i) => rowsOf(name, measured[i] as Measured, statements[i] as number));
};

async function countStatements({ ask, statements }: Deployment): Promise<number> {
  // The log of the start, with the sample data in it, takes a while to come.
  const settled = async (): Promise<number> => {
    for (let last = -1; last !== statements(); await sleep(500)) last = statements();
    return statements();
  };
  await ask(1);
  const before = await settled();
  for (let id = 2; id < 2 + COUNTED_REQUESTS; id++) await ask(id);
  return ((await settled()) - before) / COUNTED_REQUESTS;
}

/** Asks for random customers over all connections, each as soon as it has its answer. */
async function measure(
  { ask }: Deployment,
  pids: readonly number[],
  milliseconds: number,
  into: Measured | undefined,
): Promise<void> {
  const before = usageOf(pids);
  const began = performance.now();
  const times: number[] = [];
  const client = async () => {
    while (performance.now() - began < milliseconds) {
      const asked = performance.now();
      await ask(1 + Math.floor(Math.random() * USERS));
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const seconds = (performance.now() - began) / 1000;
  const after = usageOf(pids);
  if (!into) return;
  into.times.push(...times);
  into.seconds += seconds;
  into.cpu += after.cpu - before.cpu;
  into.memory = Math.max(into.memory, after.memory);
}

function rowsOf(subject: string, { times, seconds, cpu, memory }: Measured, statements: number): Row[] {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  const row = (metric: string, value: number, unit: string): Row => {
    return { suite: 'modes', workload: `customer, ${CONNECTIONS} at a time`, subject, metric, value, unit };
  };
  return [
    row('requests', times.length / seconds, '/s'),
    row('p50', at(0.5), 'ms'),
    row('p99', at(0.99), 'ms'),
    row('CPU', (cpu * 1000) / times.length, 'ms/request'),
    row('memory', memory / 2 ** 20, 'MiB'),
    row('SQL', statements, 'statements/request'),
  ];
}
