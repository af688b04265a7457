import type { Knex } from 'knex';

/** Bindings in one statement at most: below the limits of SQLite (32,766) and MySQL (65,535). */
const MAX_BINDINGS = 8_000;

export type SqlValue = string | number | null;

/**
 * Inserts many rows with few statements, and SQL text that repeats, so that it is compiled once.
 *
 * @param columns the columns that each row gives, in this order
 * @returns the number of rows
 */
export async function bulkInsert(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly SqlValue[]>,
): Promise<number> {
  const perStatement = Math.floor(MAX_BINDINGS / columns.length);
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  let batch: SqlValue[] = [];
  let waiting = 0;
  let total = 0;
  const flush = async () => {
    if (waiting === 0) return;
    await trx.raw(head + Array<string>(waiting).fill(tuple).join(', '), batch as Knex.RawBinding[]);
    total += waiting;
    batch = [];
    waiting = 0;
  };
  for (const row of rows) {
    batch.push(...row);
    if (++waiting === perStatement) await flush();
  }
  await flush();
  return total;
}
