import type { Knex } from 'knex';

/** Bindings in one statement at most: below the limits of SQLite (32,766) and MySQL (65,535). */
const MAX_BINDINGS = 8_000;

/** The one insert whose words the dialects do not share. */
const IGNORING = { sqlite: 'INSERT OR IGNORE', mysql: 'INSERT IGNORE' };

export type SqlValue = string | number | null;

/**
 * Inserts many rows with few statements, and SQL text that repeats, so that it is compiled once.
 *
 * @param columns the columns that each row gives, in this order
 * @param onDuplicate whether a row whose key is there already fails the statement or is passed over
 * @returns the number of rows given
 */
export async function bulkInsert(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly SqlValue[]>,
  onDuplicate: 'fail' | 'ignore' = 'fail',
): Promise<number> {
  const perStatement = Math.floor(MAX_BINDINGS / columns.length);
  const verb =
    onDuplicate === 'fail' ? 'INSERT' : IGNORING[trx.client.dialect === 'mysql' ? 'mysql' : 'sqlite'];
  const head = `${verb} INTO ${table} (${columns.join(', ')}) VALUES `;
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
