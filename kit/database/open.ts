import type { Database } from './database.ts';
import { startupFailure } from './failure.ts';
import { openMysql } from './mysql.ts';
import type { DatabaseOptions } from './options.ts';
import { locateDatabase } from './secret.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens a domain's database and proves that it answers, and that it is one that this code can work with.
 *
 * @throws DatabaseError with one line that says what to do
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { name, log } = options;
  const { url, source, renew } = await locateDatabase(options);
  const { database, check } = url ? openMysql(options, url, renew) : openSqlite(options);
  try {
    await check();
  } catch (error) {
    await database.close();
    throw startupFailure(name, database.where, error, source);
  }
  if (log?.isLevelEnabled('trace')) database.onStatement(({ sql }) => log.trace({ sql }, 'SQL statement'));
  return database;
}
