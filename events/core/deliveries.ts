import type { Knex } from 'knex';
import { bulkInsert, type SqlValue } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, toSqlTime } from '../../kit/database/time.ts';
import { newId } from '../../kit/ids.ts';
import { claimDue } from './claim.ts';

/** Longer than handling a batch takes; a handler that is slower may run beside another one, and one of them is undone. */
const LEASE_MS = 30_000;
/** So often a message is handed out without an outcome: to a process that is stopped at a bad moment, and a few more. */
export const MAX_HAND_OUTS = 5;

const FIRST_ERROR_LENGTH = 500;

/** Of the messages in one statement, together: servers take no more than a few MB. */
const STATEMENT_LENGTH = 1_000_000;

/** A message on its way to a group. */
export interface Delivery {
  /** As the table knows it; null for a message that came straight from the broker. */
  readonly id: string | null;
  readonly message: string;
  /** How often a handler has failed. */
  readonly attempts: number;
  /** What the first attempt failed with. */
  readonly firstError?: string | null;
}

/** A message to put into the table of deliveries. */
export interface Deposit {
  readonly consumer: string;
  readonly id: string;
  readonly message: string;
  readonly attempts: number;
  readonly dueAt: Date;
  /** How often it was handed out already without an outcome. Default: never. */
  readonly handOuts?: number;
  /** What the first attempt failed with. */
  readonly firstError?: string | null | undefined;
}

/** Messages in the hands of one who handles them. */
export interface Handful {
  readonly claim: string;
  readonly deliveries: readonly Delivery[];
}

/** The message of a group that is due before all others. */
export interface NextDelivery extends Delivery {
  readonly id: string;
  readonly dueAt: Date;
  readonly handOuts: number;
}

const KEY = ['consumer', 'event_id'];
const COLUMNS = [...KEY, 'message', 'attempts', 'due_at', 'hand_outs'];

/** Puts messages in for groups; those that wait there already are left as they are. */
export async function deposit(trx: Knex.Transaction, deposits: readonly Deposit[]): Promise<void> {
  let rows: SqlValue[][] = [];
  let size = 0;
  const flush = async () => {
    await bulkInsert(trx, 'event_deliveries', COLUMNS, rows, 'ignore');
    rows = [];
    size = 0;
  };
  for (const { consumer, id, message, attempts, dueAt, handOuts = 0 } of deposits) {
    rows.push([consumer, id, message, attempts, toSqlTime(dueAt), handOuts]);
    size += message.length;
    if (size > STATEMENT_LENGTH) await flush();
  }
  await flush();
}

/** Puts a message in for another attempt, or changes when that of a waiting one is. */
export async function postpone(trx: Knex.Transaction, each: Deposit): Promise<void> {
  const { consumer, id, message, attempts } = each;
  const first_error = each.firstError?.slice(0, FIRST_ERROR_LENGTH) ?? null;
  const changes = { attempts, due_at: toSqlTime(each.dueAt), claim: null, hand_outs: 0, first_error };
  await trx('event_deliveries')
    .insert({ consumer, event_id: id, message, ...changes })
    .onConflict(KEY)
    .merge(Object.keys(changes));
}

/** Takes messages out that are settled. */
export async function withdraw(
  trx: Knex.Transaction,
  consumer: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await trx('event_deliveries').where({ consumer }).whereIn('event_id', ids).delete();
}

/**
 * Takes messages of a group that are due.
 *
 * @param which up to so many that were never handed out without an outcome, or that one, whatever it was
 */
export async function claimDeliveries(
  database: Database,
  consumer: string,
  which: number | string,
  now: Date,
): Promise<Handful> {
  const claim = newId();
  const isOne = typeof which === 'string';
  const work = (trx: Knex.Transaction) =>
    claimDue<Pick<DeliveryRow, 'event_id' | 'message' | 'attempts' | 'first_error'>>(trx, {
      table: 'event_deliveries',
      key: 'event_id',
      columns: ['message', 'attempts', 'first_error'],
      order: 'due_at',
      where: isOne ? { consumer, event_id: which } : { consumer, hand_outs: 0 },
      counting: 'hand_outs',
      limit: isOne ? 1 : which,
      claim,
      now,
      leaseMs: LEASE_MS,
    });
  // A claim that is lost is made again.
  const rows = await database.transaction(work, { durable: false });
  const deliveries = rows.map(({ event_id: id, message, attempts, first_error: firstError }) => ({
    id,
    message,
    attempts,
    firstError,
  }));
  return { claim, deliveries };
}

/**
 * Keeps messages that could not be settled through no fault of theirs; they count as handed out once.
 *
 * @returns those that are neither settled by now nor in other hands
 */
export async function keepDeliveries(
  database: Database,
  consumer: string,
  { claim, deliveries }: Handful,
  now: Date,
): Promise<Handful> {
  const ids = deliveries.map(({ id }) => id as string).sort();
  const due_at = toSqlTime(new Date(now.getTime() + LEASE_MS));
  const ours = await database.transaction(
    async (trx) => {
      const rows = () => trx('event_deliveries').where({ consumer, claim }).whereIn('event_id', ids);
      await rows().update({ due_at, hand_outs: 1 });
      return new Set(await rows().pluck<string[]>('event_id'));
    },
    { durable: false },
  );
  return { claim, deliveries: deliveries.filter(({ id }) => ours.has(id as string)) };
}

/** A group's message that is due next; null when it has none. */
export async function findNext(database: Database, consumer: string): Promise<NextDelivery | null> {
  const row = await database
    .read('event_deliveries')
    .where({ consumer })
    .orderBy('due_at')
    .first<DeliveryRow | undefined>('event_id', 'message', 'attempts', 'due_at', 'hand_outs');
  if (!row) return null;
  const { event_id: id, message, attempts, due_at, hand_outs: handOuts } = row;
  return { id, message, attempts, dueAt: new Date(fromSqlTime(due_at)), handOuts };
}

interface DeliveryRow {
  event_id: string;
  message: string;
  attempts: number;
  due_at: string;
  hand_outs: number;
  first_error: string | null;
}

/** Ends the leases of a process that is gone: for the one process that an embedded bus lives in. */
export async function endLeases(database: Database, now: Date): Promise<void> {
  const free = { claim: null, due_at: toSqlTime(now) };
  await database.transaction(async (trx) => {
    await trx('event_deliveries').whereNotNull('claim').update(free);
    await trx('event_outbox').whereNotNull('claim').update(free);
  });
}
