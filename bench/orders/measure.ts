import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../kit/database/database.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { usageOf } from '../modes/processes.ts';
import type { Deployment } from './deployment.ts';
import type { Memory } from './memory-probe.ts';

const LOOK_EVERY_MS = 100;

const openOrders = ({ env, dataDir }: Deployment) =>
  openDatabase({ name: 'orders', url: env.DATABASE_URL, dataDir });

async function countPending(database: Database): Promise<number> {
  const [row] = await database.rows<{ n: number }>(
    "SELECT order_count AS n FROM order_metrics WHERE status = 'PENDING'",
    [],
  );
  return Number(row?.n ?? 0);
}

/** Waits until no order is pending, but not for ever; gives the milliseconds that it took. */
export async function awaitSettled(deployment: Deployment, longestMs: number): Promise<number> {
  const start = performance.now();
  const database = await openOrders(deployment);
  while ((await countPending(database)) > 0 && performance.now() - start < longestMs) await sleep(10);
  await database.close();
  return performance.now() - start;
}

/** Calls back with how many orders of a backlog are settled, again and again until all are. */
async function watchSettled(
  deployment: Deployment,
  backlog: number,
  look: (settled: number) => Promise<void> | void,
): Promise<void> {
  const database = await openOrders(deployment);
  try {
    for (let settled = 0; settled < backlog; ) {
      settled = backlog - (await countPending(database));
      await look(settled);
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await database.close();
  }
}

/** Seconds that this machine's cores have worked so far, for whomever, and all seconds that they had. */
function readCores() {
  const times = cpus().map((core) => core.times);
  const total = times.reduce((sum, each) => sum + each.user + each.nice + each.sys + each.irq + each.idle, 0);
  return { total: total / 1000, busy: (total - times.reduce((sum, { idle }) => sum + idle, 0)) / 1000 };
}

/**
 * Waits until the backlog is settled; orders a second, counted from the first one that was, the milliseconds of CPU that
 * an order costs the deployment's own processes, and the share of the machine's cores that was in use meanwhile.
 */
export async function awaitDrained(deployment: Deployment, backlog: number) {
  const before = { cpu: usageOf(deployment.pids()).cpu, cores: readCores() };
  const samples: { readonly at: number; readonly settled: number }[] = [];
  await watchSettled(deployment, backlog, (settled) => void samples.push({ at: performance.now(), settled }));
  const since = (settled: number) => samples.findIndex((sample) => sample.settled > settled);
  const rate = (from: number, to: number) => {
    const [a, b] = [samples[from], samples[to]];
    return a && b && b.at > a.at ? ((b.settled - a.settled) / (b.at - a.at)) * 1000 : Number.NaN;
  };
  const [first, middle, last] = [Math.max(0, since(0) - 1), since(backlog / 2), samples.length - 1];
  const cores = readCores();
  return {
    perSecond: rate(first, last),
    firstHalf: rate(first, middle),
    secondHalf: rate(middle, last),
    cpuMs: ((usageOf(deployment.pids()).cpu - before.cpu) / backlog) * 1000,
    machineBusy: (cores.busy - before.cores.busy) / (cores.total - before.cores.total),
  };
}

/** Seconds of CPU a second that processes without work take, for their looks at what there is to do. */
const IDLE_CPU = 0.3;

/** Waits until also what follows the settling is done, such as notifications: whatever is placed meanwhile waits for it. */
export async function awaitIdle(deployment: Deployment): Promise<void> {
  const used = () => usageOf(deployment.pids()).cpu;
  let before: number;
  do {
    before = used();
    await sleep(1_000);
  } while (used() - before > IDLE_CPU);
}

/** What a process holds when so many orders of the backlog are settled; the last mark is the whole backlog. */
export async function measureMemory(deployment: Deployment, process: string, marks: readonly number[]) {
  const rest = [...marks];
  const found: { readonly settled: number; readonly memory: Memory }[] = [];
  await watchSettled(deployment, marks.at(-1) as number, async (settled) => {
    while (rest.length > 0 && settled >= (rest[0] as number)) {
      const memory = (await deployment.memory()).get(process) as Memory;
      found.push({ settled: rest.shift() as number, memory });
    }
  });
  return found;
}

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }';

/** Places orders at an even pace, whatever becomes of those before; from placed to confirmed, as the orders say. */
export async function measureLatency(deployment: Deployment, rate: number, seconds: number) {
  const start = Date.now();
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = start + (i * 1000) / rate;
    if (due > Date.now()) await sleep(due - Date.now());
    const input = {
      userId: String(1 + (i % 1_000)),
      lines: [{ productId: String(1 + (i % 12)), quantity: 1 }],
    };
    sent.push(deployment.ask(PLACE, { input }));
  }
  await Promise.all(sent);
  await sleep(2_000);
  const database = await openOrders(deployment);
  const rows = await database.rows<{ created_at: string; updated_at: string }>(
    "SELECT created_at, updated_at FROM orders WHERE status = 'CONFIRMED' AND created_at >= ?",
    [new Date(start).toISOString().slice(0, 23).replace('T', ' ')],
  );
  await database.close();
  const times = rows
    .map(({ created_at, updated_at }) => Date.parse(updated_at) - Date.parse(created_at))
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
