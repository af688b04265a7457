import type { Knex } from 'knex';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, toSqlTime } from '../../kit/database/time.ts';
import { claimDue } from './claim.ts';

/** Longer than handling a batch takes; a handler that is slower may run beside another one, and one of them is undone. */
const LEASE_MS = 30_000;

/** A message on its way to a group. */
export interface Delivery {
  /** As the table knows it; null for a message that came straight from the broker. */
  readonly id: string | null;
  readonly message: string;
  /** How often a handler has failed. */
  readonly attempts: number;
}

/** A message to put into the table of deliveries. */
export interface Deposit {
  readonly consumer: string;
  readonly id: string;
  readonly message: string;
  readonly attempts: number;
  readonly dueAt: Date;
}

const KEY = ['consumer', 'event_id'];
const COLUMNS = [...KEY, 'message', 'attempts', 'due_at'];

/** Puts messages in for groups; those that wait there already are left as they are. */
export async function deposit(trx: Knex.Transaction, deposits: readonly Deposit[]): Promise<void> {
  const rows = deposits.map((each) => [
    each.consumer,
    each.id,
    each.message,
    each.attempts,
    toSqlTime(each.dueAt),
  ]);
  await bulkInsert(trx, 'event_deliveries', COLUMNS, rows, 'ignore');
}

/** Puts a message in for another attempt, or changes when that of a waiting one is. */
export async function postpone(trx: Knex.Transaction, each: Deposit): Promise<void> {
  const { consumer, id, message, attempts } = each;
  await trx('event_deliveries')
    .insert({ consumer, event_id: id, message, attempts, due_at: toSqlTime(each.dueAt), claim: null })
    .onConflict(KEY)
    .merge(['attempts', 'due_at', 'claim']);
}

/** Takes messages out that are settled. */
export async function withdraw(
  trx: Knex.Transaction,
  consumer: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await trx('event_deliveries').where({ consumer }).whereIn('event_id', ids).delete();
}

/** Takes up to `limit` messages of a group that are due. */
export async function claimDeliveries(
  database: Database,
  consumer: string,
  limit: number,
  now: Date,
): Promise<Delivery[]> {
  const claim = (trx: Knex.Transaction) =>
    claimDue<{ event_id: string; message: string; attempts: number }>(trx, {
      table: 'event_deliveries',
      key: 'event_id',
      columns: ['message', 'attempts'],
      order: 'due_at',
      where: { consumer },
      limit,
      now,
      leaseMs: LEASE_MS,
    });
  // A claim that is lost is made again.
  const rows = await database.transaction(claim, { durable: false });
  return rows.map(({ event_id, message, attempts }) => ({ id: event_id, message, attempts }));
}

/** When a group's next message is due; null when it has none. */
export async function nextDue(database: Database, consumer: string): Promise<Date | null> {
  const row = await database
    .read('event_deliveries')
    .where({ consumer })
    .orderBy('due_at')
    .first<{ due_at: string } | undefined>('due_at');
  return row ? new Date(fromSqlTime(row.due_at)) : null;
}

/** Ends the leases of a process that is gone: for the one process that an embedded bus lives in. */
export async function endLeases(database: Database, now: Date): Promise<void> {
  const free = { claim: null, due_at: toSqlTime(now) };
  await database.transaction(async (trx) => {
    await trx('event_deliveries').whereNotNull('claim').update(free);
    await trx('event_outbox').whereNotNull('claim').update(free);
  });
}
