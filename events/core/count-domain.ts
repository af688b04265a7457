import type { Database } from '../../kit/database/database.ts';
import { type Metrics, sampled } from '../../kit/telemetry/metrics.ts';
import type { DeadLetterReason } from '../bus.ts';

/** Tables are counted once in this time, however many ask. */
const SAMPLE_MS = 5_000;
/** And no further than this, since counting reads each row. */
const MOST = 10_000;

/** Counts what happens to the messages of one domain in this process. */
export interface DomainCounter {
  published(names: Iterable<string>): void;
  handled(consumer: string, names: Iterable<string>): void;
  retried(consumer: string, name: string): void;
  /** @param name of a message that the consumer knows, else `unknown`: what arrives may be called anything */
  died(consumer: string, name: string, reason: DeadLetterReason): void;
}

/** Makes the counter of a domain, and tells how much waits in its database. */
export function countDomain(metrics: Metrics, subgraph: string, database: Database): DomainCounter {
  const published = metrics.counter({
    name: 'tessera_bus_published_total',
    help: 'Messages that were published and are safe with the broker, or with the groups of the embedded bus.',
    labels: ['subgraph', 'event'],
  });
  const handled = metrics.counter({
    name: 'tessera_bus_handled_total',
    help: 'Messages that a group handled; a duplicate is not handled again.',
    labels: ['subgraph', 'consumer', 'event'],
  });
  const retried = metrics.counter({
    name: 'tessera_bus_retries_total',
    help: 'Messages that could not be handled and are to be tried again.',
    labels: ['subgraph', 'consumer', 'event'],
  });
  const died = metrics.counter({
    name: 'tessera_bus_dead_letters_total',
    help: 'Messages that a group gave up, each a dead letter since.',
    labels: ['subgraph', 'consumer', 'event', 'reason'],
  });
  tellWaiting(metrics, subgraph, database);
  return {
    published(names) {
      for (const event of names) published({ subgraph, event }).inc();
    },
    handled(consumer, names) {
      for (const event of names) handled({ subgraph, consumer, event }).inc();
    },
    retried: (consumer, event) => retried({ subgraph, consumer, event }).inc(),
    died: (consumer, event, reason) => died({ subgraph, consumer, event, reason }).inc(),
  };
}

/** What waits is in the database, so that every process of a domain tells the same. */
function tellWaiting(metrics: Metrics, subgraph: string, database: Database): void {
  const tell = (name: string, help: string, read: () => Promise<number>) => {
    const sample = sampled(SAMPLE_MS, read);
    metrics.gauge({ name, help, labels: ['subgraph'] }, async () => [[{ subgraph }, await sample()]]);
  };
  const countRows = async (table: string) => {
    const sql = `SELECT COUNT(*) AS count FROM (SELECT 1 AS one FROM ${table} LIMIT ${MOST}) AS counted`;
    const [row] = await database.rows<{ count: number }>(sql, []);
    return Number(row?.count ?? 0);
  };
  const most = `${MOST} stands for more`;
  tell('tessera_bus_outbox_messages', `Messages that are not published yet; ${most}.`, () =>
    countRows('event_outbox'),
  );
  tell(
    'tessera_bus_outbox_age_seconds',
    'How long the oldest message in the outbox waits, about; 0 if none.',
    () => ageOfOldest(database),
  );
  tell(
    'tessera_bus_waiting_messages',
    `Messages that wait in the database for a group: for a retry, after a replay, and with the embedded bus all; ${most}.`,
    () => countRows('event_deliveries'),
  );
  tell(
    'tessera_bus_dead_letters_waiting',
    `Dead letters that nobody has replayed or discarded; ${most}.`,
    () => countRows('event_dead_letters'),
  );
}

/**
 * In seconds; about, since ids are by time but for those that were given, and by no column can the oldest be found:
 * `due_at` is put off with each attempt. How old that message is says its own time.
 */
async function ageOfOldest(database: Database): Promise<number> {
  const [oldest] = await database.rows<{ message: string }>(
    'SELECT message FROM event_outbox ORDER BY id LIMIT 1',
    [],
  );
  if (!oldest) return 0;
  const { occurredAt } = JSON.parse(oldest.message) as { occurredAt: string };
  return Math.max(0, Date.now() - Date.parse(occurredAt)) / 1_000;
}
