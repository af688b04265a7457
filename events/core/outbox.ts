import type { Knex } from 'knex';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import { newId } from '../../kit/ids.ts';
import { currentTraceparent } from '../../kit/logger.ts';
import type { Tracing } from '../../kit/telemetry/tracing.ts';
import type { Outbox } from '../bus.ts';
import type { Message } from '../contract.ts';
import type { Envelope } from '../envelope.ts';
import { claimDue } from './claim.ts';

/** A larger message is refused: what is large belongs into storage, and its address into the message. */
export const MAX_MESSAGE_BYTES = 256 * 1024;

/** Longer than publishing takes; a broker that is blocked for longer gets some messages twice. */
const LEASE_MS = 10_000;

/** How often a relay that has enough of its own looks for what others left over. */
const LEFT_OVER_MS = 1_000;

/** A message in the outbox. */
export interface OutboxRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'EVENT' | 'COMMAND';
  /** The envelope, as JSON. */
  readonly message: string;
  /** How often it was put off. */
  readonly refusals: number;
}

/** What an outbox needs of its surroundings. */
export interface OutboxOptions {
  readonly now: () => Date;
  /** The W3C trace context of whatever is going on, where there is one. */
  readonly traceparent: () => string | undefined;
  /** Records a span for each message. */
  readonly tracing?: Tracing | undefined;
  /** Called when a transaction that added messages has committed. */
  readonly onCommit: () => void;
  /** The relay of this process, whose the messages are; without one anybody's may take them. */
  readonly relay?: string;
}

const COLUMNS = ['id', 'name', 'kind', 'message', 'due_at', 'claim'];

/** Makes the door by which a domain adds messages to its outbox. */
export function createOutbox({ now, traceparent, tracing, onCommit, relay }: OutboxOptions): Outbox {
  const watched = new WeakSet<Knex.Transaction>();
  const watch = (trx: Knex.Transaction) => {
    if (watched.has(trx)) return;
    watched.add(trx);
    trx.executionPromise.then(onCommit, () => {});
  };
  return {
    async add(trx, ...messages) {
      if (messages.length === 0) return;
      const moment = now();
      const trace = traceparent() ?? currentTraceparent() ?? null;
      // Another relay takes what ours has not taken in time: of many relays, each row is wanted by one.
      const dueAt = toSqlTime(relay ? new Date(moment.getTime() + LEASE_MS) : moment);
      const rows = messages.map((message) => {
        const told = toEnvelope(message, moment, trace);
        const envelope = tracing ? tracePublishing(tracing, told, trx) : told;
        const { kind, name } = message.contract;
        return [envelope.id, name, kind, serialise(envelope), dueAt, relay ?? null];
      });
      const mayBeThere = messages.some(({ messageId }) => messageId !== undefined);
      await bulkInsert(trx, 'event_outbox', COLUMNS, rows, mayBeThere ? 'ignore' : 'fail');
      watch(trx);
    },
  };
}

function toEnvelope(message: Message, moment: Date, trace: string | null): Envelope {
  const { contract, subject, sequence, payload, messageId = newId(), traceparent = trace } = message;
  const { correlationId = null, occurredAt = moment.toISOString() } = message;
  const { name, version } = contract;
  return {
    id: messageId,
    name,
    version,
    occurredAt,
    subject,
    sequence,
    traceparent,
    correlationId,
    payload,
  };
}

/** Records that a message is published: from now until it is certain that it will be. What handles it is caused by that. */
function tracePublishing(tracing: Tracing, envelope: Envelope, trx: Knex.Transaction): Envelope {
  const { id, name, traceparent: parent } = envelope;
  const attributes = {
    'messaging.system': 'tessera',
    'messaging.operation.type': 'send',
    'messaging.operation.name': 'publish',
    'messaging.destination.name': name,
    'messaging.message.id': id,
  };
  const span = tracing.start({ name: `publish ${name}`, kind: 'producer', parent, attributes });
  trx.executionPromise.then(
    () => span.end(),
    () => span.end('rolled_back'),
  );
  return { ...envelope, traceparent: span.traceparent };
}

function serialise(envelope: Envelope): string {
  const text = JSON.stringify(envelope);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_MESSAGE_BYTES) return text;
  throw new RangeError(
    `${envelope.name} of ${envelope.subject} has ${bytes} bytes, more than ${MAX_MESSAGE_BYTES}`,
  );
}

/** Puts events in again that have left and got nowhere. */
export async function readmit(
  trx: Knex.Transaction,
  events: readonly { readonly event_id: string; readonly name: string | null; readonly message: string }[],
  dueAt: Date,
): Promise<void> {
  const rows = events.map(({ event_id, name, message }) => [
    event_id,
    name ?? '',
    'EVENT',
    message,
    toSqlTime(dueAt),
    null,
  ]);
  await bulkInsert(trx, 'event_outbox', COLUMNS, rows, 'ignore');
}

/** The relay's side of an outbox. */
export interface OutboxStore {
  readonly database: Database;
  /** Whether there is something to take. */
  isWaiting(): Promise<boolean>;
  /** Deletes what was published and takes the next messages, in one transaction. */
  exchange(published: readonly string[], limit: number): Promise<OutboxRow[]>;
  /** Deletes messages, in the transaction that files them elsewhere. */
  drop(ids: readonly string[], file: (trx: Knex.Transaction) => Promise<void>): Promise<void>;
  /** Gives messages back, to be taken again at once. */
  release(ids: readonly string[]): Promise<void>;
  /** Gives messages back, each to be taken again after a delay, and counts that. */
  putOff(delays: ReadonlyMap<string, number>): Promise<void>;
  /** Leaves what this relay would still have taken to others. */
  leave(): Promise<void>;
}

/** The outbox table of a database, as one relay uses it: it takes the messages of its own process, and those left over. */
export function createOutboxStore(database: Database, relay: string, now: () => Date): OutboxStore {
  let lookAgainAt = 0;
  const listOwn = (trx: Knex.Transaction, limit: number): Promise<OutboxRow[]> =>
    trx('event_outbox')
      .where({ claim: relay })
      .orderBy('id')
      .limit(limit)
      .select('id', 'name', 'kind', 'message', 'refusals');
  const claimLeftOver = (trx: Knex.Transaction, limit: number) =>
    claimDue<OutboxRow>(trx, {
      table: 'event_outbox',
      key: 'id',
      columns: ['name', 'kind', 'message', 'refusals'],
      order: 'due_at',
      limit,
      claim: relay,
      now: now(),
      leaseMs: LEASE_MS,
    });

  return {
    database,

    async isWaiting() {
      const find = () => database.read('event_outbox').select('id').limit(1);
      const [own] = await find().where({ claim: relay });
      return own !== undefined || (await find().where('due_at', '<=', toSqlTime(now()))).length > 0;
    },

    exchange(published, limit) {
      const work = async (trx: Knex.Transaction) => {
        if (published.length > 0) await trx('event_outbox').whereIn('id', published).delete();
        if (limit === 0) return [];
        const own = await listOwn(trx, limit);
        if (own.length > 0 && performance.now() < lookAgainAt) return own;
        lookAgainAt = performance.now() + LEFT_OVER_MS;
        const leftOver = await claimLeftOver(trx, limit);
        const rows = new Map([...own, ...leftOver].map((row) => [row.id, row]));
        // By id, which is by time: the oldest first.
        return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      };
      // Where it is lost, the messages are published again, and recognised as duplicates.
      return database.transaction(work, { durable: false });
    },

    async drop(ids, file) {
      await database.transaction(async (trx) => {
        await file(trx);
        await trx('event_outbox').whereIn('id', ids).delete();
      });
    },

    async release(ids) {
      const due_at = toSqlTime(now());
      await database.transaction(async (trx) => {
        await trx('event_outbox').whereIn('id', ids).update({ due_at, claim: null });
      });
    },

    async putOff(delays) {
      const byDelay = Map.groupBy(delays, ([, delayMs]) => delayMs);
      await database.transaction(async (trx) => {
        for (const [delayMs, some] of byDelay) {
          const due_at = toSqlTime(new Date(now().getTime() + delayMs));
          const ids = some.map(([id]) => id).sort();
          const refusals = trx.raw('refusals + 1');
          await trx('event_outbox').whereIn('id', ids).update({ due_at, claim: null, refusals });
        }
      });
    },

    async leave() {
      const free = { due_at: toSqlTime(now()), claim: null };
      await database.transaction(
        async (trx) => void (await trx('event_outbox').where({ claim: relay }).update(free)),
      );
    },
  };
}
