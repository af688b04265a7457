/**
 * Measures the bus: `node events/bench/throughput.ts [--events N] [--per-transaction K]`. Events go through outbox,
 * relay and broker to a handler that writes one row, each recorded in the inbox. BROKER_URL and DATABASE_URL choose what
 * is measured, as for any process; without them the embedded bus on SQLite files in the present folder's `.data`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Database } from '../../kit/database/database.ts';
import { migrate } from '../../kit/database/migrate.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { newId } from '../../kit/ids.ts';
import { createLogger } from '../../kit/logger.ts';
import { createBus, defineEvent, on } from '../index.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '20000' },
    'per-transaction': { type: 'string', default: '1' },
  },
});
const total = Number(values.events);
const perTransaction = Number(values['per-transaction']);

const run = newId().slice(-6);
const Measured = defineEvent({
  name: `Measured${run}`,
  producer: 'bench',
  subject: 'Thing',
  payload: z.object({ committedAt: z.number(), text: z.string() }),
});

const SQL = new URL('../../sql/events/', import.meta.url);

async function open(name: string, dataDir: string): Promise<Database> {
  const database = await openDatabase({ name, url: process.env.DATABASE_URL, dataDir });
  await migrate(database, name, SQL);
  return database;
}

const percentile = (sorted: Float64Array, p: number) => sorted[Math.floor(sorted.length * p)]?.toFixed(0);

mkdirSync('.data', { recursive: true });
const dataDir = mkdtempSync(join('.data', 'bench-'));
const log = createLogger('bench', 'warn');
const [producer, consumer] = await Promise.all([open('users', dataDir), open('orders', dataDir)]);
await consumer.transaction(async (trx) => {
  await trx.raw(
    'CREATE TABLE IF NOT EXISTS bench_things (id VARCHAR(60) NOT NULL PRIMARY KEY, text VARCHAR(200))',
  );
});
const bus = createBus({ env: process.env, log });
const from = bus.join(`bench-from-${run}`, producer);
const to = bus.join(`bench-to-${run}`, consumer);

/** Publishes, `rate` a second or as fast as it goes, and gives the seconds that it took until the last was handled. */
async function measure(count: number, rate: number) {
  latencies = new Float64Array(count);
  handled = 0;
  done = Promise.withResolvers();
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (let i = 0; i < count; i += perTransaction) {
    const committedAt = performance.now();
    const messages = Array.from({ length: Math.min(perTransaction, count - i) }, (_, k) =>
      Measured.message({
        id: `${rate}-${i + k}`,
        sequence: 1,
        payload: {
          committedAt,
          text: 'as long as a small event is, about a hundred characters, names and numbers',
        },
      }),
    );
    await producer.transaction((trx) => from.outbox.add(trx, ...messages));
    const ahead = (i / rate) * 1000 - (performance.now() - start);
    if (ahead > 1) await new Promise((resolve) => setTimeout(resolve, ahead));
  }
  const published = (performance.now() - start) / 1000;
  await done.promise;
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { published, seconds, cpuPerEvent: (user + system) / count, latencies: latencies.sort() };
}

let latencies: Float64Array;
let handled = 0;
let done: PromiseWithResolvers<void>;
to.subscribe('all', [
  on(Measured, async ({ subjectId, payload }, trx) => {
    await trx.raw('INSERT INTO bench_things (id, text) VALUES (?, ?)', [`${run}-${subjectId}`, payload.text]);
    latencies[handled] = performance.now() - payload.committedAt;
    if (++handled === latencies.length) done.resolve();
  }),
]);
await bus.start();
const broker = process.env.BROKER_URL ? 'RabbitMQ' : 'embedded';
process.stdout.write(`${broker}, ${producer.dialect}, ${perTransaction} events a transaction\n`);
await measure(1_000, Number.POSITIVE_INFINITY);
const { published, seconds, cpuPerEvent } = await measure(total, Number.MAX_SAFE_INTEGER);
process.stdout.write(
  `  throughput  ${Math.round(total / seconds)} events/s (${Math.round(total / published)} committed to the outbox a second), ${Math.round(cpuPerEvent)} us of CPU an event\n`,
);
for (const rate of [100, 500]) {
  const { latencies: sorted } = await measure(rate * 3, rate);
  process.stdout.write(
    `  latency at ${rate}/s  p50 ${percentile(sorted, 0.5)} ms, p99 ${percentile(sorted, 0.99)} ms\n`,
  );
}
await bus.close();
await Promise.all([producer.close(), consumer.close()]);
rmSync(dataDir, { recursive: true });
