import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import type { Database } from './database.ts';
import { DatabaseError, startupFailure } from './failure.ts';
import { toSqlTime } from './time.ts';

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
  'ER_BAD_TABLE_ERROR',
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
 * Safe to call from any number of processes at once: one works, the others wait. MySQL commits each definition at once,
 * so each statement is recorded by itself, and a run that was cut off is finished by the next.
 *
 * A database of a newer version is left as it is: since migrations only add, an older one can go on with it, restart and
 * be rolled back to (as Flyway does by default, with `ignoreMigrationPatterns` of `*:future`).
 *
 * @param folders in this order; no two of their files may have one name, by which the ledger knows them
 * @param demo writes the sample data into a new database, within the same lock and at most once
 * @returns what there was to do
 * @throws DatabaseError when files that were applied have changed since or are gone, or when one would be applied after
 *   a later one; nothing is written then
 */
export async function migrate(
  database: Database,
  name: string,
  folders: URL | readonly URL[],
  demo?: (trx: Knex.Transaction) => Promise<void>,
): Promise<MigrationReport> {
  const migrations = [folders].flat().flatMap(readMigrations);
  try {
    return await database.exclusively(async (trx) => {
      const ledger = await readLedger(database, trx);
      const newer = listNewer(ledger, migrations);
      refuseForeign(ledger, migrations, newer);
      let statements = 0;
      for (const migration of migrations) statements += await apply(trx, migration, ledger);
      const seeded = demo !== undefined && !ledger.some((row) => row.name === DEMO);
      if (seeded) {
        await demo(trx);
        await record(trx, { name: DEMO, statement: 0, checksum: '', finished: 1 });
      }
      // SQLite takes every index for equally selective until it has statistics; MySQL gathers them by itself.
      if (database.dialect === 'sqlite') await trx.raw('PRAGMA optimize = 0x10002');
      return { statements, seeded, newer };
    });
  } catch (error) {
    throw startupFailure(name, database.where, error);
  }
}

/** What a migration did: nothing, where another process did it before. */
export interface MigrationReport {
  readonly statements: number;
  readonly seeded: boolean;
  /** The migrations of a newer version that the database holds, in their order. */
  readonly newer: readonly string[];
}

interface Migration {
  readonly folder: string;
  readonly name: string;
  readonly statements: readonly string[];
}

function readMigrations(folder: URL): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{3}-.*\.sql$/.test(file))
    .sort()
    .map((file) => ({
      folder: folder.href,
      name: file.slice(0, -'.sql'.length),
      // A statement ends with a semicolon at the end of a line; comments stand on lines of their own.
      statements: readFileSync(new URL(file, folder), 'utf8')
        .replace(/^\s*--.*$/gm, '')
        .split(/;\s*$/m)
        .map((statement) => statement.trim())
        .filter(Boolean),
    }));
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

/**
 * What the ledger holds of a newer version: what comes after the newest of some folder. It does not tell the folder, and
 * each has numbers of its own.
 */
function listNewer(ledger: readonly LedgerRow[], migrations: readonly Migration[]): string[] {
  const newestByFolder = new Map(migrations.map(({ folder, name }) => [folder, numberOf(name)]));
  const newest = Math.min(...newestByFolder.values());
  const known = new Set(migrations.map(({ name }) => name));
  const names = ledger.map(({ name }) => name).filter((name) => !known.has(name) && numberOf(name) > newest);
  return [...new Set(names)].sort();
}

/** NaN for what is no migration. */
const numberOf = (name: string) => Number(/^(\d{3})-/.exec(name)?.[1]);

function refuseForeign(
  ledger: readonly LedgerRow[],
  migrations: readonly Migration[],
  newer: readonly string[],
): void {
  for (const { name, checksum: applied } of ledger) {
    if (applied && !newer.includes(name) && !migrations.some((migration) => migration.name === name)) {
      throw new DatabaseError(
        `it holds the migration ${name}, which this version lacks: restore the file, or start the version that has it`,
      );
    }
  }
  for (const [index, migration] of migrations.entries()) {
    const rows = ledger.filter(({ name }) => name === migration.name);
    const later = migrations
      .slice(index + 1)
      .find(({ folder, name }) => folder === migration.folder && ledger.some((row) => row.name === name));
    if (rows.length === 0 && later) {
      throw new DatabaseError(
        `the migration ${migration.name} comes before ${later.name}, which is applied: give it the next number`,
      );
    }
    if (rows.length === 0 && newer[0]) {
      throw new DatabaseError(
        `it lacks the migration ${migration.name}, but holds ${newer[0]} of a newer version: start that version`,
      );
    }
    if (rows.length > 0 && !isAsRecorded(rows, migration)) {
      throw new DatabaseError(
        `the migration ${migration.name} was changed after it was applied: restore the file and add a new one`,
      );
    }
  }
}

const isAsRecorded = (rows: readonly LedgerRow[], { statements }: Migration) =>
  rows.length === statements.length &&
  rows.every((row) => checksum(statements[row.statement] ?? '') === row.checksum);

/** Runs what the ledger does not hold of a migration; gives the number of statements. */
async function apply(
  trx: Knex.Transaction,
  { name, statements }: Migration,
  ledger: readonly LedgerRow[],
): Promise<number> {
  const known = ledger.filter((row) => row.name === name);
  // All of them before the first runs, so that a file that grows later is told from one that was cut off.
  if (known.length === 0) {
    await record(
      trx,
      ...statements.map((sql, statement) => ({ name, statement, checksum: checksum(sql), finished: 0 })),
    );
  }
  let applied = 0;
  for (const [statement, sql] of statements.entries()) {
    if (known.some((row) => row.statement === statement && row.finished)) continue;
    try {
      await trx.raw(sql);
    } catch (error) {
      const cutOff = known.length > 0 && ALREADY_DONE.has((error as { code?: string }).code ?? '');
      if (!cutOff) throw error;
    }
    await trx('schema_migrations').where({ name, statement }).update({ finished: 1 });
    applied++;
  }
  return applied;
}

const record = (trx: Knex.Transaction, ...rows: readonly LedgerRow[]) =>
  trx('schema_migrations').insert(rows.map((row) => ({ ...row, applied_at: toSqlTime(new Date()) })));

const checksum = (text: string) => createHash('sha256').update(text).digest('hex');
