/**
 * Measures counting: `node subgraphs/reports/tests/throughput.ts [--occurrences N]`. Commands go through a sender's
 * outbox, relay and broker to the counters, each a step of a run of its own, and are answered. BROKER_URL and
 * DATABASE_URL (of an account that may create databases) choose what is measured, as for any process; without them the
 * embedded bus on SQLite.
 */
import { parseArgs } from 'node:util';
import { createBus, RecordOccurrence } from '../../../events/index.ts';
import { migrate } from '../../../kit/database/migrate.ts';
import { openDatabase } from '../../../kit/database/open.ts';
import { newId } from '../../../kit/ids.ts';
import { createLogger } from '../../../kit/logger.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { createReportsSubgraph } from '../index.ts';

const { values } = parseArgs({ options: { occurrences: { type: 'string', default: '20000' } } });
const total = Number(values.occurrences);
const PER_TRANSACTION = 50;
const TYPES = ['VEHICLE', 'PERSON', 'ANIMAL', 'FIRE'] as const;

if (process.env.DATABASE_URL) process.env.TEST_DATABASE_URL = process.env.DATABASE_URL;
await using place = await provideDatabase(['sender', 'reports']);
const env = { ...place.settings, SEED: 'none', BROKER_URL: process.env.BROKER_URL };
const log = createLogger('bench', 'warn');
const bus = createBus({ env, log });
const reports = await createReportsSubgraph({ env, log, bus });
const { DATABASE_URL: url, DATA_DIR: dataDir = '.' } = place.settings;
const sender = await openDatabase({ name: 'sender', url, dataDir });
await migrate(sender, 'sender', [new URL('../../../sql/events/', import.meta.url)]);
const { outbox } = bus.join(`sender-${newId().slice(-6)}`, sender);
await bus.start();

const occurrence = (n: number) =>
  RecordOccurrence.message({
    id: String(n),
    payload: {
      kind: 'DETECTION',
      category: TYPES[n % 4] as (typeof TYPES)[number],
      location: 1 + (n % 100),
      occurredAt: new Date().toISOString(),
    },
    correlationId: `detection/${newId()}/report/1`,
  });

async function countAll(): Promise<number> {
  const [row] = await reports.database.rows<{ n: number }>(
    "SELECT SUM(counted) AS n FROM report_counters WHERE period = 'TOTAL'",
    [],
  );
  return Number(row?.n);
}

async function measure(count: number): Promise<number> {
  const goal = (await countAll()) + count;
  const start = performance.now();
  for (let n = 0; n < count; n += PER_TRANSACTION) {
    const messages = Array.from({ length: PER_TRANSACTION }, (_, i) => occurrence(n + i));
    await sender.transaction((trx) => outbox.add(trx, ...messages));
  }
  while ((await countAll()) < goal) await new Promise((resolve) => setTimeout(resolve, 10));
  return count / ((performance.now() - start) / 1_000);
}

await measure(1_000);
const rate = await measure(total);
const drifts = await reports.recount(reports.database);
process.stdout.write(
  `${env.BROKER_URL ? 'RabbitMQ' : 'embedded'}, ${sender.dialect}: ${Math.round(rate)} occurrences/s (${total} and a start of 1000, ${drifts.length} counters wrong)\n`,
);
await bus.close();
await reports.close();
await sender.close();
