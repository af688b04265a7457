import type { Database } from './database.ts';
import { startupFailure } from './failure.ts';
import { openMysql } from './mysql.ts';
import type { DatabaseOptions } from './options.ts';
import { openSqlite } from './sqlite.ts';

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
  if (log?.isLevelEnabled('trace')) database.onStatement(({ sql }) => log.trace({ sql }, 'SQL statement'));
  return database;
}
