import type { Knex } from 'knex';
import type { SqlValue } from './bulk-insert.ts';

/** Rows in one statement at most: with twenty columns still below the databases' limits of bindings. */
const ROWS = 400;

/** What becomes of a row whose key is there already. */
export interface Upsert {
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** Columns that are given only to new rows. */
  readonly keep?: readonly string[];
  /** Columns that take the new value. */
  readonly set?: readonly string[];
  /** Columns to which the new value is added. */
  readonly add?: readonly string[];
  /** Columns that take the new value where it is the greater one. */
  readonly raise?: readonly string[];
}

/**
 * Writes many rows with one statement, whether they are there or not; their keys must differ. Rows are locked in the
 * order in which they are given.
 *
 * @param rows the values of `key`, `keep`, `set`, `add` and `raise`, in this order
 */
export async function bulkUpsert(
  trx: Knex.Transaction,
  table: string,
  { key, keep = [], set = [], add = [], raise = [] }: Upsert,
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const columns = [...key, ...keep, ...set, ...add, ...raise];
  const isMysql = trx.client.dialect === 'mysql';
  const given = (column: string) => (isMysql ? `VALUES(${column})` : `excluded.${column}`);
  const changes = [
    ...set.map((column) => `${column} = ${given(column)}`),
    ...add.map((column) => `${column} = ${table}.${column} + ${given(column)}`),
    // The databases name GREATEST differently.
    ...raise.map(
      (column) =>
        `${column} = CASE WHEN ${given(column)} > ${table}.${column} THEN ${given(column)} ELSE ${table}.${column} END`,
    ),
  ].join(', ');
  const onDuplicate = isMysql
    ? `ON DUPLICATE KEY UPDATE ${changes}`
    : `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes}`;
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  for (let i = 0; i < rows.length; i += ROWS) {
    const part = rows.slice(i, i + ROWS);
    const tuples = part.map(() => tuple).join(', ');
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${tuples} ${onDuplicate}`;
    await trx.raw(sql, part.flat() as Knex.RawBinding[]);
  }
}
