import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import type { Database } from './database.ts';
import { DatabaseError, startupFailure } from './failure.ts';
import type { Seed } from './seed.ts';
import { toSqlTime } from './time.ts';

/** Who waits longer than this for another process's migration gives up. */
const LOCK_SECONDS = 120;

const LEDGER = `CREATE TABLE IF NOT EXISTS schema_migrations (
  name VARCHAR(100) NOT NULL,
  statement SMALLINT NOT NULL,
  checksum CHAR(64) NOT NULL,
  finished SMALLINT NOT NULL,
  applied_at DATETIME(3) NOT NULL,
  PRIMARY KEY (name, statement)
)`;

/** MySQL's answers to a definition that already took effect, when the process died before it could be recorded. */
const ALREADY_DONE = new Set([
  'ER_TABLE_EXISTS_ERROR',
  'ER_DUP_KEYNAME',
  'ER_DUP_FIELDNAME',
  'ER_CANT_DROP_FIELD_OR_KEY',
]);

interface LedgerRow {
  name: string;
  statement: number;
  checksum: string;
  finished: number;
}

/** The sample data's row in the ledger. */
const DEMO = 'seed-demo';

/**
 * Brings a database to the version of the numbered .sql files in one or several folders, then seeds it when asked to.
 * Safe to call from any number of processes at once: one works, the others wait. MySQL commits each definition at once, so each
 * statement is recorded by itself, and a run that was cut off is finished by the next.
 *
 * @param folders in this order; no two of their files may have one name, by which the ledger knows them
 * @param demo writes the sample data into a new database, within the same lock and at most once
 * @throws DatabaseError when the database was made by a newer version or by files that have changed since; nothing is
 *   written then
 */
export async function migrate(
  database: Database,
  name: string,
  folders: URL | readonly URL[],
  demo?: Seed['demo'],
): Promise<void> {
  const migrations = [folders].flat().flatMap(readMigrations);
  try {
    await withLock(database, name, async (trx) => {
      const ledger = await readLedger(database, trx);
      refuseForeign(ledger, migrations);
      for (const migration of migrations) await apply(trx, migration, ledger);
      if (demo && !ledger.some((row) => row.name === DEMO)) {
        await demo(trx);
        await record(trx, { name: DEMO, statement: 0, checksum: '', finished: 1 });
      }
      // SQLite takes every index for equally selective until it has statistics; MySQL gathers them by itself.
      if (database.dialect === 'sqlite') await trx.raw('PRAGMA optimize = 0x10002');
    });
  } catch (error) {
    throw startupFailure(name, database.where, error);
  }
}

interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

function readMigrations(folder: URL): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{3}-.*\.sql$/.test(file))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      // A statement ends with a semicolon at the end of a line; comments stand on lines of their own.
      statements: readFileSync(new URL(file, folder), 'utf8')
        .replace(/^\s*--.*$/gm, '')
        .split(/;\s*$/m)
        .map((statement) => statement.trim())
        .filter(Boolean),
    }));
}

/** SQLite: the write lock of one transaction, so that all or nothing happens. MySQL: a named lock for the session. */
async function withLock(database: Database, _name: string, work: (trx: Knex.Transaction) => Promise<void>) {
  await database.transaction(async (trx) => {
    if (database.dialect === 'sqlite') return work(trx);
    const lock = `tessera ${checksum(database.where).slice(0, 40)}`;
    const [row] = await database.rows<{ locked: number | null }>(
      'SELECT GET_LOCK(?, ?) AS locked',
      [lock, LOCK_SECONDS],
      trx,
    );
    if (row?.locked !== 1)
      throw new DatabaseError(`another process has been migrating it for ${LOCK_SECONDS} s`);
    try {
      await work(trx);
    } finally {
      await database.rows('SELECT RELEASE_LOCK(?)', [lock], trx);
    }
  });
}

async function readLedger(database: Database, trx: Knex.Transaction): Promise<LedgerRow[]> {
  const exists = await trx.schema.hasTable('schema_migrations');
  if (exists)
    return database.rows<LedgerRow>(
      'SELECT name, statement, checksum, finished FROM schema_migrations',
      [],
      trx,
    );
  await trx.raw(LEDGER);
  return [];
}

function refuseForeign(ledger: readonly LedgerRow[], migrations: readonly Migration[]): void {
  for (const row of ledger) {
    if (!row.checksum) continue;
    const statement = migrations.find(({ name }) => name === row.name)?.statements[row.statement];
    if (statement === undefined) {
      throw new DatabaseError(
        `it holds the migration ${row.name}, which this version does not know: start the newer version`,
      );
    }
    if (checksum(statement) !== row.checksum) {
      throw new DatabaseError(
        `the migration ${row.name} was changed after it was applied: restore the file and add a new one`,
      );
    }
  }
}

async function apply(trx: Knex.Transaction, { name, statements }: Migration, ledger: readonly LedgerRow[]) {
  for (const [statement, sql] of statements.entries()) {
    const known = ledger.find((row) => row.name === name && row.statement === statement);
    if (known?.finished) continue;
    if (!known) await record(trx, { name, statement, checksum: checksum(sql), finished: 0 });
    try {
      await trx.raw(sql);
    } catch (error) {
      const cutOff = known && ALREADY_DONE.has((error as { code?: string }).code ?? '');
      if (!cutOff) throw error;
    }
    await trx('schema_migrations').where({ name, statement }).update({ finished: 1 });
  }
}

const record = (trx: Knex.Transaction, row: LedgerRow) =>
  trx('schema_migrations').insert({ ...row, applied_at: toSqlTime(new Date()) });

const checksum = (text: string) => createHash('sha256').update(text).digest('hex');
