import { TesseraError } from '../errors.ts';

/** What driver codes mean, and what the person who starts a process can do about it. */
const REMEDIES: Readonly<Record<string, string>> = {
  SQLITE_NOTADB:
    'the file is not a SQLite database: restore it from a backup, or move it away to start empty',
  SQLITE_CORRUPT: 'the file is damaged: restore it from a backup, or move it away to start empty',
  SQLITE_CANTOPEN:
    'the file cannot be opened: check that its folder exists and that you may write there (DATA_DIR)',
  SQLITE_READONLY: 'the file is read-only: check its permissions (DATA_DIR)',
  SQLITE_FULL: 'the disk is full: free some space',
  SQLITE_BUSY: 'another process holds the file: stop it, or wait until it is done',
  ECONNREFUSED: 'nobody listens there: start the database, or correct DATABASE_URL',
  ENOTFOUND: 'the host name is unknown: correct DATABASE_URL',
  ETIMEDOUT: 'the host does not answer: check the network and DATABASE_URL',
  ER_ACCESS_DENIED_ERROR: 'user or password is wrong: correct DATABASE_URL',
  ER_DBACCESS_DENIED_ERROR: 'the account may not use this database: grant it, or correct DATABASE_URL',
  ER_BAD_DB_ERROR: 'there is no such database: create it (sql/mysql-init.sql), or correct DATABASE_URL',
  ER_DISK_FULL: 'the disk is full: free some space',
};

const UNAVAILABLE = new Set([
  'SQLITE_BUSY',
  'SQLITE_IOERR',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_ACCESS_DENIED_ERROR',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_DISK_FULL',
]);

/** Lost against another transaction; the whole transaction may be tried again. */
const RETRYABLE = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);

/** A database that cannot be used at start; the message is one line that says what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

const codeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  // Knex gives no code when no connection came free in time.
  return name === 'KnexTimeoutError' ? 'ETIMEDOUT' : '';
};

export const isRetryable = (error: unknown): boolean => RETRYABLE.has(codeOf(error));

/** SQLite's extended codes (SQLITE_CORRUPT_INDEX) mean what their first two words mean. */
const primary = (code: string) => (code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code);

/** Turns a driver's error into what the start of a process prints. */
export function startupFailure(name: string, where: string, error: unknown): Error {
  if (error instanceof DatabaseError && error.cause) return error;
  const remedy = REMEDIES[primary(codeOf(error))];
  const detail = error instanceof Error ? error.message : String(error);
  return new DatabaseError(`database of ${name} (${where}): ${remedy ?? detail}`, { cause: error });
}

/** Turns a driver's error of a running process into what a client may see; others are given back as they are. */
export function requestFailure(error: unknown): unknown {
  if (!UNAVAILABLE.has(primary(codeOf(error)))) return error;
  return new TesseraError('DATABASE_UNAVAILABLE', 'The database does not answer.', { cause: error as Error });
}
