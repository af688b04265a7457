import type { Knex } from 'knex';
import { type Keyset, limitToPage, parsePage, toConnection } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';
import { newId } from '../../kit/ids.ts';
import { truncate } from '../../kit/text.ts';
import {
  type DeadLetter,
  type DeadLetterReason,
  type DeadLetters,
  type Outbox,
  on,
  type Reaction,
} from '../bus.ts';
import { DeadLetterDecided, DeadLetterFiled, DeadLetterSettled } from '../contracts/dead-letters.ts';
import { parseEnvelope } from '../envelope.ts';
import { deposit } from './deliveries.ts';
import { recordHandled } from './inbox.ts';
import { type OutboxRow, readmit } from './outbox.ts';

const ERROR_LENGTH = 2_000;
/** Of the last error, where the first was another. */
const LAST_LENGTH = 1_400;

/** A message that its group gives up. */
export interface Burial {
  readonly consumer: string;
  readonly eventId: string;
  readonly name: string | null;
  readonly subject: string | null;
  readonly message: string;
  readonly reason: DeadLetterReason;
  readonly error: string;
  /** What the first attempt failed with. */
  readonly firstError?: string;
  readonly attempts: number;
}

interface DeadLetterRow {
  id: string;
  consumer: string;
  event_id: string;
  name: string | null;
  subject: string | null;
  message: string;
  reason: DeadLetterReason;
  error: string;
  attempts: number;
  died_at: string;
}

const NEWEST_FIRST: Keyset<DeadLetter> = {
  name: 'dead_letters.died_at.desc',
  columns: [
    { column: 'died_at', type: 'time', value: ({ diedAt }) => isoToSqlTime(diedAt) },
    { column: 'id', type: 'text', value: ({ id }) => id },
  ],
  descending: true,
};

/** As much of a message as is told of it: what is told must be smaller than a message may be. */
const TOLD_LENGTH = 10_000;

/** What the domain's dead letters stand on. */
export interface DeadLettersParts {
  readonly domain: string;
  readonly database: Database;
  readonly outbox: Outbox;
  readonly now: () => Date;
}

/** Files dead letters, and tells of those that are new; that of a message which is there already is brought up to date. */
export async function bury(
  { domain, outbox, now }: Omit<DeadLettersParts, 'database'>,
  burials: readonly Burial[],
  trx: Knex.Transaction,
): Promise<void> {
  for (const { eventId: event_id, error: last, firstError: first = last, ...rest } of burials) {
    const { consumer, name, subject, message, reason, attempts } = rest;
    const at = now();
    const text = first === last ? last : `${truncate(last, LAST_LENGTH)} (at first: ${first})`;
    const error = truncate(text, ERROR_LENGTH);
    const changes = { reason, error, attempts, died_at: toSqlTime(at) };
    const changed = await trx('event_dead_letters').where({ consumer, event_id }).update(changes);
    if (changed > 0) continue;
    const id = newId();
    await trx('event_dead_letters')
      .insert({ ...rest, ...changes, id, event_id })
      .onConflict(['consumer', 'event_id'])
      .merge(Object.keys(changes));
    // Of a dead letter of what tells of dead letters nothing is told: that could go on for ever.
    if (TELLING.includes(name ?? '')) continue;
    const diedAt = at.toISOString();
    const told = { domain, consumer, name, about: subject, reason, error, attempts, diedAt };
    const payload = { ...told, message: truncate(message, TOLD_LENGTH) };
    await outbox.add(trx, DeadLetterFiled.message({ id, sequence: 1, payload }));
  }
}

const TELLING: readonly string[] = [DeadLetterFiled.name, DeadLetterSettled.name, DeadLetterDecided.name];

/** Who stands for a domain's outbox among consumers: what is replayed to it is published again. */
const outboxOf = (domain: string): string => `${domain}.outbox`;

/** Files events as dead letters that got nowhere. */
export const buryUnheard = (
  parts: Omit<DeadLettersParts, 'database'>,
  events: readonly Pick<OutboxRow, 'id' | 'name' | 'message'>[],
  error: string,
  trx: Knex.Transaction,
): Promise<void> =>
  bury(
    parts,
    events.map(({ id, name, message }) => ({
      consumer: outboxOf(parts.domain),
      eventId: id,
      name,
      subject: subjectOf(message),
      message,
      reason: 'UNDELIVERABLE',
      error,
      attempts: 1,
    })),
    trx,
  );

function subjectOf(message: string): string | null {
  try {
    return parseEnvelope(message).subject;
  } catch {
    return null;
  }
}

/** Takes letters away and lets `settle` do what becomes of them. */
async function take(
  { outbox }: Pick<DeadLettersParts, 'outbox'>,
  ids: readonly string[],
  settle: (rows: readonly DeadLetterRow[]) => Promise<void>,
  trx: Knex.Transaction,
): Promise<number> {
  const rows = await trx<DeadLetterRow>('event_dead_letters').whereIn('id', ids);
  if (rows.length === 0) return 0;
  await settle(rows);
  await outbox.add(trx, ...rows.map(({ id }) => DeadLetterSettled.message({ id, sequence: 2, payload: {} })));
  return trx('event_dead_letters').whereIn('id', ids).delete();
}

/** Hands letters to their groups again, with all their retries, or to the outbox that they come from. */
export const replay = (
  parts: Omit<DeadLettersParts, 'database'>,
  ids: readonly string[],
  trx: Knex.Transaction,
): Promise<number> =>
  take(
    parts,
    ids,
    async (rows) => {
      const dueAt = parts.now();
      const unheard = rows.filter(({ consumer }) => consumer === outboxOf(parts.domain));
      await readmit(trx, unheard, dueAt);
      const others = rows.filter((row) => !unheard.includes(row));
      const deposits = others.map(({ consumer, event_id, message }) => ({
        consumer,
        id: event_id,
        message,
        attempts: 0,
        dueAt,
      }));
      await deposit(trx, deposits);
    },
    trx,
  );

/** Gives letters up for good. */
export const discard = (
  parts: Pick<DeadLettersParts, 'outbox' | 'now'>,
  ids: readonly string[],
  trx: Knex.Transaction,
): Promise<number> =>
  take(
    parts,
    ids,
    async (rows) => {
      for (const { consumer, event_id } of rows)
        await recordHandled(trx, consumer, [event_id], parts.now(), 'ignore');
    },
    trx,
  );

/**
 * The dead letters of a domain's database. It needs no bus: groups look for what was replayed by themselves.
 *
 * @param onReplay tells groups of this process to look at once
 */
export function createDeadLetters(parts: DeadLettersParts, onReplay = () => {}): DeadLetters {
  const { database } = parts;
  return {
    async list({ consumer, ...args } = {}) {
      const page = parsePage(args, NEWEST_FIRST);
      const query = database.read<DeadLetterRow>('event_dead_letters');
      if (consumer !== undefined) query.where({ consumer });
      const rows = (await limitToPage(query, page)) as DeadLetterRow[];
      return toConnection(rows.map(toDeadLetter), page);
    },

    async count() {
      const row = await database.read('event_dead_letters').count({ count: '*' }).first();
      return Number(row?.count ?? 0);
    },

    async replay(ids) {
      const count = await database.transaction((trx) => replay(parts, ids, trx));
      onReplay();
      return count;
    },

    discard: (ids) => database.transaction((trx) => discard(parts, ids, trx)),
  };
}

/** How a domain carries out what was decided about its dead letters elsewhere. */
export const createDecisions = (parts: DeadLettersParts): Reaction =>
  on(DeadLetterDecided, async ({ subjectId, payload: { domain, decision } }, trx) => {
    if (domain !== parts.domain) return;
    await (decision === 'REPLAY' ? replay : discard)(parts, [subjectId], trx);
  });

const toDeadLetter = ({ event_id: _, died_at, ...row }: DeadLetterRow): DeadLetter => ({
  ...row,
  diedAt: fromSqlTime(died_at),
});
