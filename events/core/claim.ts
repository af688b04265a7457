import type { Knex } from 'knex';
import { toSqlTime } from '../../kit/database/time.ts';
import { newId } from '../../kit/ids.ts';

/** Which rows to claim. */
export interface ClaimRequest {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
  readonly order: string;
  readonly limit: number;
  readonly now: Date;
  /** Who takes them; by default somebody who is told apart from all others. */
  readonly claim?: string;
  /** Who took rows and died is given this long before others take them. */
  readonly leaseMs: number;
  /** Narrows the rows, by columns that are equal. */
  readonly where?: Readonly<Record<string, string | number>>;
  /** The column that counts how often a row was taken. */
  readonly counting?: string;
}

/**
 * Takes rows that are due, by a conditional update: of several processes that want the same rows, each row goes to one.
 * A taken row is due again when its lease ends.
 */
export async function claimDue<Row>(trx: Knex.Transaction, request: ClaimRequest): Promise<Row[]> {
  const { table, key, columns, order, limit, where = {}, claim = newId(), counting } = request;
  const now = toSqlTime(request.now);
  const found: Record<string, string>[] = await trx(table)
    .select(key, ...columns)
    .where(where)
    .where('due_at', '<=', now)
    .orderBy(order)
    .limit(limit);
  if (found.length === 0) return [];
  // Rows are locked in the order of their keys, since two who lock in different orders deadlock.
  const keys = found.map((row) => row[key] as string).sort();
  const taken = await trx(table)
    .where(where)
    .whereIn(key, keys)
    .where('due_at', '<=', now)
    .update({
      claim,
      due_at: toSqlTime(new Date(request.now.getTime() + request.leaseMs)),
      ...(counting && { [counting]: trx.raw('?? + 1', [counting]) }),
    });
  if (taken === found.length) return found as Row[];
  const { [counting ?? '']: _, ...same } = where;
  const ours: string[] = await trx(table).where(same).whereIn(key, keys).where({ claim }).pluck(key);
  return found.filter((row) => ours.includes(row[key] as string)) as Row[];
}
