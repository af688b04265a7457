import { type Deployment, deployEmbedded, deployServices, type Fleet } from './orders/deployment.ts';
import { fillBacklog, ORDERS } from './orders/fill.ts';
import { awaitDrained, awaitIdle, measureLatency, measureMemory } from './orders/measure.ts';
import type { Row, Suite } from './rows.ts';
import { awaitCompleted } from './workflows/measure.ts';

/** Orders a second while the latency from placed to confirmed is measured: far below what the deployments settle. */
const LATENCY_RATE = 20;
/** What settles orders: as many workers of orders and of workflows, and one process of each of the others. */
const fleetOf = (workers: number): Fleet => ({
  servers: ['products', 'notifications', 'reports'],
  workers: { workflows: workers, orders: workers },
  door: 'orders',
});
/** When memory is looked at, in settled orders: what the second half adds would never end. */
const MEMORY_MARKS = [0, 10_000, 50_000, 100_000, 150_000, 200_000] as const;

/**
 * How many orders are settled in a second, from a backlog that was placed before anything ran, how many go the whole way
 * of `order-fulfilment`, from the start of the first to the end of the last, and how long one takes from placed to
 * confirmed where there is no backlog: in one process, and on MariaDB and RabbitMQ with 1, 2 and 4
 * workers; then what a process holds in memory while it settles 200,000. Everything runs on this machine, servers
 * included.
 */
export const run: Suite = async ({ quick, report }) => {
  const backlog = quick ? 2_000 : 10_000;
  const rows: Row[] = [];
  const measure = async (subject: string, deploy: () => Promise<Deployment>) => {
    report(`${subject}: placing ${backlog.toLocaleString('en')} orders`);
    await using deployment = await deploy();
    const release = await fillBacklog(deployment, ORDERS, backlog);
    report(`${subject}: settling them`);
    await deployment.start();
    await release();
    const drained = await awaitDrained(deployment, backlog);
    const fulfilled = await awaitCompleted(deployment, backlog);
    await awaitIdle(deployment);
    report(`${subject}: placing ${LATENCY_RATE} a second`);
    const latency = await measureLatency(deployment, LATENCY_RATE, quick ? 5 : 20);
    const row = (workload: string, metric: string, value: number, unit: string) =>
      rows.push({ suite: 'orders', workload, subject, metric, value, unit });
    row('settling a backlog', 'settled', drained.perSecond, '/s');
    row('settling a backlog', 'fulfilled', fulfilled, '/s');
    row('settling a backlog', 'first half', drained.firstHalf, '/s');
    row('settling a backlog', 'second half', drained.secondHalf, '/s');
    row('settling a backlog', 'CPU an order', drained.cpuMs, 'ms');
    row('settling a backlog', 'machine busy', drained.machineBusy * 100, '%');
    row('placed to confirmed', 'p50', latency.p50, 'ms');
    row('placed to confirmed', 'p95', latency.p95, 'ms');
    row('placed to confirmed', 'p99', latency.p99, 'ms');
  };
  const measureHeld = async (where: string, process: string, deploy: () => Promise<Deployment>) => {
    const marks = MEMORY_MARKS.map((mark) => (quick ? mark / 10 : mark));
    const last = marks.at(-1) as number;
    report(
      `${where}: placing ${last.toLocaleString('en')} orders, to see what settling them leaves in memory`,
    );
    await using deployment = await deploy();
    const release = await fillBacklog(deployment, ORDERS, last);
    await deployment.start();
    await release();
    for (const { settled, memory } of await measureMemory(deployment, process, marks)) {
      const subject = `${where}, after ${settled.toLocaleString('en')} orders`;
      const row = (metric: string, value: number) =>
        rows.push({ suite: 'orders', workload: 'memory', subject, metric, value, unit: 'MiB' });
      row('heap after GC', memory.heap);
      row('own', memory.own);
      row('RSS', memory.rss);
    }
  };
  await measure('embedded', deployEmbedded);
  for (const workers of [1, 2, 4]) {
    await measure(`RabbitMQ + MariaDB, ${workers} workers`, () => deployServices(fleetOf(workers)));
  }
  await measureHeld('embedded', 'server', deployEmbedded);
  await measureHeld('worker on RabbitMQ + MariaDB', 'worker 1 of orders', () => deployServices(fleetOf(1)));
  return rows;
};
