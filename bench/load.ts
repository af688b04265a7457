import { createMix } from './load/mix.ts';
import { type Deployment, deployEmbedded } from './orders/deployment.ts';
import type { Row, Suite } from './rows.ts';

/** The rates that are tried, requests a second, when none is given. */
const RATES = [25, 50, 100, 200, 400, 800];
const AIM_MS = 100;

/**
 * An open-loop load on everything in one process: requests leave at their moment, whatever becomes of those before, and
 * their latency counts from that moment (no coordinated omission). A mix of creates, reads, updates and deletes, and
 * orders among them. `--rate` sets one rate; else it grows until the 99th percentile passes 100 ms.
 */
export const run: Suite = async ({ quick, rate: given, report }) => {
  const rates = given === null ? RATES : [given];
  const seconds = quick ? 5 : 20;
  const rows: Row[] = [];
  await using deployment = await deployEmbedded();
  await deployment.start();
  await load(deployment, rates[0] as number, 3);
  let held = 0;
  for (const rate of rates) {
    report(`${rate} requests a second for ${seconds} s`);
    const { latencies, errors } = await load(deployment, rate, seconds);
    const subject = `${rate} requests/s`;
    const row = (metric: string, value: number, unit: string) =>
      rows.push({ suite: 'load', workload: 'mix', subject, metric, value, unit });
    const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
    for (const share of [50, 90, 99]) row(`p${share}`, at(share / 100), 'ms');
    row('answered', latencies.length, '');
    for (const [code, count] of errors) row(code, count, 'errors');
    if (at(0.99) > AIM_MS) break;
    held = rate;
  }
  rows.push({
    suite: 'load',
    workload: `p99 under ${AIM_MS} ms`,
    subject: 'highest rate',
    metric: 'held',
    value: held,
    unit: '/s',
  });
  return rows;
};

async function load(deployment: Deployment, rate: number, seconds: number) {
  const mix = createMix(deployment);
  const latencies: number[] = [];
  const errors = new Map<string, number>();
  const start = performance.now();
  const total = rate * seconds;
  let done = 0;
  const finished = Promise.withResolvers<void>();
  const send = async (due: number) => {
    const code = await mix.send();
    // From when it was due, not from when it got its turn.
    latencies.push(performance.now() - due);
    if (code !== null) errors.set(code, (errors.get(code) ?? 0) + 1);
    if (++done === total) finished.resolve();
  };
  for (let i = 0; i < total; i++) {
    const due = start + (i * 1000) / rate;
    const ahead = due - performance.now();
    if (ahead > 1) await new Promise((resolve) => setTimeout(resolve, ahead));
    void send(due);
  }
  await finished.promise;
  return { latencies: latencies.sort((a, b) => a - b), errors };
}
