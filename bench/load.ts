import { createMix } from './load/mix.ts';
import { openLoop, type Trial } from './load/open-loop.ts';
import { findHighestRate } from './load/search.ts';
import { deployEmbedded } from './orders/deployment.ts';
import { awaitSettled } from './orders/measure.ts';
import type { Row, Suite } from './rows.ts';

const AIM_MS = 100;
/** How soon after the load its last order must be settled, and how long that is waited for. */
const SOON_MS = 1_000;
const LONGEST_MS = 60_000;
const WARM_UP = { rate: 50, seconds: 10 };
/** Codes that are an answer like any other: another request of the load was faster. */
const EXPECTED = new Set(['SYMBOL_TAKEN', 'PRODUCT_NOT_FOUND']);

/**
 * An open-loop load on everything in one process: requests leave at their moment, whatever becomes of those before, and
 * their latency counts from that moment (no coordinated omission). A mix of creates, reads, updates and deletes, and
 * orders among them. `--rate` sets one rate; else the highest is searched at which 99 of 100 are answered in 100 ms,
 * none fails, and every order is settled soon after.
 */
export const run: Suite = async ({ quick, rate: given, report }) => {
  const seconds = quick ? 5 : 20;
  /** By rate; of one that was tried twice, what came of it the second time. */
  const trials = new Map<number, Row[]>();
  const rows = () => [...trials.values()].flat();
  await using deployment = await deployEmbedded();
  await deployment.start();
  const mix = createMix(deployment);
  await openLoop(mix.send, WARM_UP);

  const measure = async (rate: number) => {
    report(`${rate} requests a second for ${seconds} s`);
    const trial = await openLoop(mix.send, { rate, seconds });
    // What was placed must be settled as well, or a rate would be held by putting work off.
    const settledMs = await awaitSettled(deployment, LONGEST_MS);
    trials.set(rate, rowsOf(trial, rate, settledMs));
    return holds(trial) && settledMs < SOON_MS;
  };
  if (given !== null) {
    await measure(given);
    return rows();
  }
  const value = await findHighestRate(measure);
  const workload = `p99 under ${AIM_MS} ms`;
  return [...rows(), { ...ROW, workload, subject: 'highest rate', metric: 'held', value, unit: '/s' }];
};

const ROW = { suite: 'load', workload: 'mix' };

const holds = ({ latency, errors }: Trial) =>
  latency(0.99) < AIM_MS && [...errors.keys()].every((code) => EXPECTED.has(code));

function rowsOf({ latency, answered, errors, late }: Trial, rate: number, settledMs: number): Row[] {
  const subject = `${rate} requests/s`;
  const row = (metric: string, value: number, unit: string) => ({ ...ROW, subject, metric, value, unit });
  return [
    ...[0.5, 0.9, 0.99].map((share) => row(`p${share * 100}`, latency(share), 'ms')),
    row('sent late p99', late(0.99), 'ms'),
    row('answered', answered, ''),
    row('settled after', settledMs, 'ms'),
    ...[...errors].map(([code, count]) => row(code, count, 'errors')),
  ];
}
