import type { Knex } from 'knex';
import { type Keyset, limitToPage, parsePage, toConnection } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';
import { newId } from '../../kit/ids.ts';
import type { DeadLetter, DeadLetterReason, DeadLetters } from '../bus.ts';
import { deposit } from './deliveries.ts';
import { recordHandled } from './inbox.ts';

const ERROR_LENGTH = 2_000;

/** A message that its group gives up. */
export interface Burial {
  readonly consumer: string;
  readonly eventId: string;
  readonly name: string | null;
  readonly subject: string | null;
  readonly message: string;
  readonly reason: DeadLetterReason;
  readonly error: string;
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
    { column: 'died_at', type: 'text', value: ({ diedAt }) => isoToSqlTime(diedAt) },
    { column: 'id', type: 'text', value: ({ id }) => id },
  ],
  descending: true,
};

/** Files dead letters; that of a message which is there already is brought up to date. */
export async function bury(trx: Knex.Transaction, burials: readonly Burial[], now: Date): Promise<void> {
  for (const { eventId, error, ...rest } of burials) {
    await trx('event_dead_letters')
      .insert({
        ...rest,
        id: newId(),
        event_id: eventId,
        error: error.slice(0, ERROR_LENGTH),
        died_at: toSqlTime(now),
      })
      .onConflict(['consumer', 'event_id'])
      .merge(['reason', 'error', 'attempts', 'died_at']);
  }
}

/**
 * The dead letters of a domain's database. It needs no bus: groups look for what was replayed by themselves.
 *
 * @param onReplay tells groups of this process to look at once
 */
export function createDeadLetters(database: Database, now: () => Date, onReplay = () => {}): DeadLetters {
  /** Takes letters away and lets `settle` do what becomes of them, in one transaction. */
  const take = (
    ids: readonly string[],
    settle: (trx: Knex.Transaction, rows: readonly DeadLetterRow[]) => Promise<void>,
  ) =>
    database.transaction(async (trx) => {
      const rows = await trx<DeadLetterRow>('event_dead_letters').whereIn('id', ids);
      await settle(trx, rows);
      return trx('event_dead_letters').whereIn('id', ids).delete();
    });
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
      const count = await take(ids, (trx, rows) =>
        deposit(
          trx,
          rows.map(({ consumer, event_id, message }) => ({
            consumer,
            id: event_id,
            message,
            attempts: 0,
            dueAt: now(),
          })),
        ),
      );
      onReplay();
      return count;
    },

    discard: (ids) =>
      take(ids, async (trx, rows) => {
        for (const { consumer, event_id } of rows)
          await recordHandled(trx, consumer, [event_id], now(), 'ignore');
      }),
  };
}

const toDeadLetter = ({ event_id: _, died_at, ...row }: DeadLetterRow): DeadLetter => ({
  ...row,
  diedAt: fromSqlTime(died_at),
});
