import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Knex } from 'knex';
import { bulkInsert, type SqlValue } from './bulk-insert.ts';

/** A table's seed rows: a CSV whose header names the columns; an empty field is null, a quoted empty one (`""`) is an empty text. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** Reads `<table>.csv` in a folder. */
export function readCsv(folder: URL, table: string): CsvTable {
  const [columns = [], ...rows] = parse(readFileSync(new URL(`${table}.csv`, folder)), {
    cast: (value, { header, quoting }) => (value === '' && !header && !quoting ? null : value),
  }) as unknown as [string[], ...SqlValue[][]];
  return { columns, rows };
}

/** Inserts the seed rows of tables, in this order. */
export async function insertCsv(
  trx: Knex.Transaction,
  folder: URL,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    const { columns, rows } = readCsv(folder, table);
    await bulkInsert(trx, table, columns, rows);
  }
}
