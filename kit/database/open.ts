import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import type { Logger } from '../logger.ts';
import type { Database, StatementEvent } from './database.ts';
import { DatabaseError, isRetryable, startupFailure } from './failure.ts';
import { SqliteClient } from './sqlite-client.ts';

/** Which database to open. */
export interface DatabaseOptions {
  /** The domain; names the SQLite file and stands in messages. */
  readonly name: string;
  /** `mysql://...`, where `{subgraph}` is the name; without it, SQLite in `dataDir`. */
  readonly url?: string | undefined;
  readonly dataDir: string;
  /** Hears what the driver has to say beside its errors, at debug level. */
  readonly log?: Logger;
  /** Connections to a server database at most; default 10. */
  readonly poolSize?: number;
}

const ATTEMPTS = 5;
/** Files up to this size are checked page by page at start; a larger one would make the start wait. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/**
 * Opens a domain's database and proves that it answers.
 *
 * @throws DatabaseError with one line that says what to do
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = options.url
    ? openMysql(options, options.url.replaceAll('{subgraph}', options.name))
    : openSqlite(options);
  try {
    if (database.dialect === 'sqlite') await checkIntegrity(database);
    await database.ping();
    return database;
  } catch (error) {
    await database.close();
    throw startupFailure(options.name, database.where, error);
  }
}

function openSqlite({ name, dataDir, log }: DatabaseOptions): Database {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw startupFailure(name, dataDir, error);
  }
  const filename = join(dataDir, `${name}.sqlite`);
  const open = (readonly: boolean, max: number) =>
    knex({
      client: SqliteClient as unknown as typeof Knex.Client,
      connection: { filename, options: { readonly } } as Knex.Sqlite3ConnectionConfig,
      pool: { min: 0, max },
      useNullAsDefault: true,
      log: driverLog(log),
    });
  // One writer, since SQLite has one write lock; readers of their own, since WAL lets them go on beside it.
  return new KnexDatabase('sqlite', filename, open(true, 4), open(false, 1));
}

function openMysql({ name, log, poolSize = 10 }: DatabaseOptions, url: string): Database {
  if (!URL.canParse(url) || !/^(mysql|mariadb):$/.test(new URL(url).protocol)) {
    throw new DatabaseError(
      `database of ${name}: DATABASE_URL must look like mysql://user:password@host/database`,
    );
  }
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const tls = searchParams.get('ssl');
  const server = knex({
    client: 'mysql2',
    connection: {
      host: hostname,
      port: Number(port || 3306),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: decodeURIComponent(pathname.slice(1)),
      charset: 'utf8mb4',
      timezone: 'Z',
      dateStrings: true,
      supportBigNumbers: true,
      decimalNumbers: true,
      connectTimeout: 10_000,
      ...(tls && tls !== 'false' && { ssl: { rejectUnauthorized: tls !== 'insecure' } }),
    },
    pool: {
      min: 0,
      max: poolSize,
      afterCreate(connection: MysqlConnection, done: (error: unknown, connection: unknown) => void) {
        prepareSession(connection).then(
          () => done(null, connection),
          (error) => done(error, connection),
        );
      },
    },
    acquireConnectionTimeout: 10_000,
    log: driverLog(log),
  });
  return new KnexDatabase('mysql', `${hostname}:${port || 3306}${pathname}`, server, server);
}

/** Knex would print to the console, and every error that it prints it also throws. */
function driverLog(log?: Logger) {
  const say = (message: unknown) => log?.debug({ driver: message }, 'database driver');
  return { warn: say, error: say, deprecate: say, debug: say };
}

interface MysqlConnection {
  promise(): { query(sql: string): Promise<unknown> };
}

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION'",
];

async function prepareSession(connection: MysqlConnection): Promise<void> {
  for (const statement of SESSION) await connection.promise().query(statement);
}

async function checkIntegrity(database: Database): Promise<void> {
  // Opens the file, or makes it: the readers cannot.
  await database.transaction(async (trx) => void (await trx.raw('SELECT count(*) FROM sqlite_master')));
  if (statSync(database.where).size > CHECKED_BYTES) return;
  const [row] = await database.rows<{ quick_check: string }>('PRAGMA quick_check(1)', []);
  if (row?.quick_check !== 'ok') throw Object.assign(new Error(row?.quick_check), { code: 'SQLITE_CORRUPT' });
}

class KnexDatabase implements Database {
  readonly dialect: 'sqlite' | 'mysql';
  readonly where: string;
  readonly read: Knex;
  private readonly write: Knex;

  constructor(dialect: 'sqlite' | 'mysql', where: string, read: Knex, write: Knex) {
    this.dialect = dialect;
    this.where = where;
    this.read = read;
    this.write = write;
  }

  async transaction<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.write.transaction(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
  }

  async rows<Row>(sql: string, bindings: readonly unknown[], on: Knex = this.read): Promise<Row[]> {
    const response = await on.raw(sql, bindings as Knex.RawBinding[]);
    return this.dialect === 'mysql' ? response[0] : response;
  }

  onStatement(listener: (event: StatementEvent) => void): Disposable {
    const hear = ({ sql, bindings = [] }: StatementEvent) => listener({ sql, bindings });
    const sources = new Set([this.read, this.write]);
    for (const source of sources) source.on('query', hear);
    return {
      [Symbol.dispose]() {
        for (const source of sources) source.off('query', hear);
      },
    };
  }

  async ping(): Promise<void> {
    await this.read.raw('SELECT 1');
  }

  async close(): Promise<void> {
    await Promise.all([...new Set([this.read, this.write])].map((each) => each.destroy()));
  }
}
