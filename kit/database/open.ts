import type { Logger } from '../logger.ts';
import type { Database } from './database.ts';
import { startupFailure } from './failure.ts';
import { openMysql } from './mysql.ts';
import { openSqlite } from './sqlite.ts';

/** Which database to open. */
export interface DatabaseOptions {
  /** The domain; names the SQLite file and stands in messages. */
  readonly name: string;
  /** `mysql://...`, where `{subgraph}` is the name; without it, SQLite in `dataDir`. */
  readonly url?: string | undefined;
  readonly dataDir: string;
  /** Hears each statement at trace level, and what the driver has to say beside its errors at debug level. */
  readonly log?: Logger;
  /** Connections to a server database at most; default 10. */
  readonly poolSize?: number | undefined;
}

/**
 * Opens a domain's database and proves that it answers, and that it is one that this code can work with.
 *
 * @throws DatabaseError with one line that says what to do
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { name, url, log } = options;
  const { database, check } = url
    ? openMysql(options, url.replaceAll('{subgraph}', name))
    : openSqlite(options);
  try {
    await check();
  } catch (error) {
    await database.close();
    throw startupFailure(name, database.where, error);
  }
  if (log?.isLevelEnabled('trace')) database.onStatement(({ sql }) => log.trace({ sql }, 'statement'));
  return database;
}

/** A database that was set up but not yet spoken to, and the first words. */
export interface Opened {
  readonly database: Database;
  /** Rejects when it does not answer or cannot be worked with. */
  readonly check: () => Promise<void>;
}
