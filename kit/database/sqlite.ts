import { statSync } from 'node:fs';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { makeDataDir } from '../files.ts';
import { driverSettings, KnexDatabase } from './knex-database.ts';
import type { DatabaseOptions, Opened } from './options.ts';
import { SqliteClient } from './sqlite-client.ts';

/** Files up to this size are checked page by page at start; a larger one would make the start wait. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/**
 * Sets up a domain's SQLite file.
 *
 * @throws ConfigError when DATA_DIR cannot be made
 */
export function openSqlite({ name, dataDir, log }: DatabaseOptions): Opened {
  makeDataDir(dataDir);
  const filename = join(dataDir, `${name}.sqlite`);
  const open = (readonly: boolean, max: number) =>
    knex({
      client: SqliteClient as unknown as typeof Knex.Client,
      connection: { filename, options: { readonly } } as Knex.Sqlite3ConnectionConfig,
      pool: { min: 0, max },
      useNullAsDefault: true,
      ...driverSettings(log),
    });
  // One writer, since SQLite has one write lock; readers of their own, since WAL lets them go on beside it.
  const database = new SqliteDatabase(filename, open(true, 4), open(false, 1));
  return { database, check: () => database.check() };
}

class SqliteDatabase extends KnexDatabase {
  readonly dialect = 'sqlite';

  async check(): Promise<void> {
    // Opens the file, or makes it: the readers cannot.
    await this.transaction(async (trx) => void (await trx.raw('SELECT count(*) FROM sqlite_master')));
    await this.ping();
    if (statSync(this.where).size > CHECKED_BYTES) return;
    const [row] = await this.rows<{ quick_check: string }>('PRAGMA quick_check(1)', []);
    if (row?.quick_check !== 'ok')
      throw Object.assign(new Error(row?.quick_check), { code: 'SQLITE_CORRUPT' });
  }

  rows<Row>(sql: string, bindings: readonly unknown[], on: Knex = this.read): Promise<Row[]> {
    return on.raw(sql, bindings as Knex.RawBinding[]) as unknown as Promise<Row[]>;
  }

  /** A transaction has the file's write lock from its start. */
  exclusively<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.transaction(work);
  }
}
