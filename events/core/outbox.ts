import type { Knex } from 'knex';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import { newId } from '../../kit/ids.ts';
import type { Outbox } from '../bus.ts';
import type { Message } from '../contract.ts';
import type { Envelope } from '../envelope.ts';
import { claimDue } from './claim.ts';
import { handledTrace } from './trace.ts';

/** A larger message is refused: what is large belongs into storage, and its address into the message. */
export const MAX_MESSAGE_BYTES = 256 * 1024;

/** Longer than publishing takes; a broker that is blocked for longer gets some messages twice. */
const LEASE_MS = 10_000;

/** A message in the outbox. */
export interface OutboxRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'EVENT' | 'COMMAND';
  /** The envelope, as JSON. */
  readonly message: string;
}

/** What an outbox needs of its surroundings. */
export interface OutboxOptions {
  readonly now: () => Date;
  /** The W3C trace context of whatever is going on, where there is one. */
  readonly traceparent: () => string | undefined;
  /** Called when a transaction that added messages has committed. */
  readonly onCommit: () => void;
}

const COLUMNS = ['id', 'name', 'kind', 'message', 'due_at'];

/** Makes the door by which a domain adds messages to its outbox. */
export function createOutbox({ now, traceparent, onCommit }: OutboxOptions): Outbox {
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
      const trace = traceparent() ?? handledTrace.getStore() ?? null;
      const dueAt = toSqlTime(moment);
      const rows = messages.map((message) => {
        const envelope = toEnvelope(message, moment, trace);
        const { kind, name } = message.contract;
        return [envelope.id, name, kind, serialise(envelope), dueAt];
      });
      await bulkInsert(trx, 'event_outbox', COLUMNS, rows);
      watch(trx);
    },
  };
}

function toEnvelope(message: Message, moment: Date, trace: string | null): Envelope {
  const { contract, subject, sequence, payload, messageId = newId(), traceparent = trace } = message;
  const { correlationId = null } = message;
  const { name, version } = contract;
  const occurredAt = moment.toISOString();
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

function serialise(envelope: Envelope): string {
  const text = JSON.stringify(envelope);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_MESSAGE_BYTES) return text;
  throw new RangeError(
    `${envelope.name} of ${envelope.subject} has ${bytes} bytes, more than ${MAX_MESSAGE_BYTES}`,
  );
}

/** The relay's side of an outbox. */
export interface OutboxStore {
  /** Whether there is something to take. */
  isWaiting(): Promise<boolean>;
  /** Deletes what was published and takes the next messages, in one transaction. */
  exchange(published: readonly string[], limit: number): Promise<OutboxRow[]>;
  /** Gives messages back, to be taken again after a delay. */
  release(ids: readonly string[], delayMs: number): Promise<void>;
}

/** The outbox table of a database, as the relay uses it. */
export function createOutboxStore(database: Database, now: () => Date): OutboxStore {
  return {
    async isWaiting() {
      return (
        (await database.read('event_outbox').where('due_at', '<=', toSqlTime(now())).first('id')) !==
        undefined
      );
    },

    exchange: (published, limit) =>
      database.transaction(async (trx) => {
        if (published.length > 0) await trx('event_outbox').whereIn('id', published).delete();
        if (limit === 0) return [];
        return claimDue<OutboxRow>(trx, {
          table: 'event_outbox',
          key: 'id',
          columns: ['name', 'kind', 'message'],
          // By id, which is by time: the oldest first.
          order: 'id',
          limit,
          now: now(),
          leaseMs: LEASE_MS,
        });
      }),

    async release(ids, delayMs) {
      const due_at = toSqlTime(new Date(now().getTime() + delayMs));
      await database.transaction(async (trx) => {
        await trx('event_outbox').whereIn('id', ids).update({ due_at, claim: null });
      });
    },
  };
}
