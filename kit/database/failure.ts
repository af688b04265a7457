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
  EAI_AGAIN: 'the host name is not resolved: check the network and DATABASE_URL',
  ETIMEDOUT: 'the host does not answer: check the network and DATABASE_URL',
  EHOSTUNREACH: 'the host cannot be reached: check the network and DATABASE_URL',
  PROTOCOL_CONNECTION_LOST: 'the connection broke off: check the database and its log, then start again',
  ECONNRESET: 'the connection broke off: check the database and its log, then start again',
  ER_ACCESS_DENIED_ERROR: 'user or password is wrong: correct DATABASE_URL',
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: 'a password is needed: correct DATABASE_URL',
  ER_DBACCESS_DENIED_ERROR:
    'there is no such database, or the account may not use it: run sql/mysql-init.sql, or correct DATABASE_URL',
  ER_BAD_DB_ERROR: 'there is no such database: create it (sql/mysql-init.sql), or correct DATABASE_URL',
  ER_CON_COUNT_ERROR: 'it has no connection left: raise its max_connections, or lower DATABASE_POOL',
  ER_USER_LIMIT_REACHED:
    'the account has used up what it may: raise its limits (MAX_USER_CONNECTIONS), or lower DATABASE_POOL',
  ER_TOO_MANY_USER_CONNECTIONS:
    'the account has no connection left: raise max_user_connections, or lower DATABASE_POOL',
  ER_DISK_FULL: 'the disk is full: free some space',
  ER_RECORD_FILE_FULL: 'the disk is full: free some space',
  ER_OPTION_PREVENTS_STATEMENT: 'the server is read-only: correct DATABASE_URL, or make it writable',
  HANDSHAKE_NO_SSL_SUPPORT: 'the server speaks no TLS: set it up there, or take ssl out of DATABASE_URL',
  HANDSHAKE_SSL_ERROR: 'its certificate is of an authority that nobody named: add ca=FILE to DATABASE_URL',
  CERT_HAS_EXPIRED: 'its certificate has expired: renew it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host: correct DATABASE_URL, or ssl=verify-ca',
};

const UNAVAILABLE = new Set([
  'SQLITE_BUSY',
  'SQLITE_IOERR',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_ACCESS_DENIED_ERROR',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_USER_LIMIT_REACHED',
  'HANDSHAKE_SSL_ERROR',
  'HANDSHAKE_NO_SSL_SUPPORT',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_READ_ONLY_MODE',
  'ER_NEW_ABORTING_CONNECTION',
]);

/** Lost against another transaction; the whole transaction may be tried again. */
const RETRYABLE = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);

/** A database that cannot be used at start; the message is one line that says what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** What stands in the text alone: MySQL has a code for each thing that it could not write, its driver one for all of TLS. */
const TOLD_BY_TEXT: readonly (readonly [RegExp, string])[] = [
  [/errcode: 28|no space left/i, 'ER_DISK_FULL'],
  [/does not match certificate's altnames/, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [/certificate has expired/, 'CERT_HAS_EXPIRED'],
];

/** The server names the values, which may be anything. */
const DUPLICATE = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE']);

const codeOf = (error: unknown): string => {
  const { code, name, fatal, message, sqlMessage } = (error ?? {}) as Partial<Record<string, unknown>>;
  if (typeof code === 'string') {
    const text = String(sqlMessage ?? message);
    const told = DUPLICATE.has(code) ? undefined : TOLD_BY_TEXT.find(([pattern]) => pattern.test(text));
    return told?.[1] ?? code;
  }
  // The driver gives no code when a connection is used that broke a moment ago.
  if (fatal === true) return 'PROTOCOL_CONNECTION_LOST';
  // Knex gives none when no connection came free in time.
  return name === 'KnexTimeoutError' ? 'ETIMEDOUT' : '';
};

/** A row with this key is there already. */
export const isDuplicate = (error: unknown): boolean => DUPLICATE.has(codeOf(error));

/** The database could not be used, or not now: whatever was asked of it, there was nothing wrong with that. */
export const isUnavailable = (error: unknown): boolean => UNAVAILABLE.has(primary(codeOf(error)));

/** The server does not take the user and the password. */
export const isAccessDenied = (error: unknown): boolean =>
  ['ER_ACCESS_DENIED_ERROR', 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR'].includes(codeOf(error));

export const isRetryable = (error: unknown): boolean => RETRYABLE.has(codeOf(error));

/** SQLite's extended codes (SQLITE_CORRUPT_INDEX) mean what their first two words mean. */
const primary = (code: string) => (code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code);

/**
 * Turns a driver's error into what the start of a process prints.
 *
 * @param source what a person corrects where the address or the credentials are wrong
 */
export function startupFailure(name: string, where: string, error: unknown, source = 'DATABASE_URL'): Error {
  if (error instanceof DatabaseError && error.cause) return error;
  const remedy = REMEDIES[primary(codeOf(error))]?.replaceAll('DATABASE_URL', source);
  // Knex puts the statement before the server's own words.
  const { sqlMessage, message = error } = (error ?? {}) as { sqlMessage?: string; message?: string };
  const detail = String(sqlMessage ?? message).replace(/\s+/g, ' ');
  return new DatabaseError(`database of ${name} (${where}): ${remedy ?? detail}`, { cause: error });
}

/** Turns a driver's error of a running process into what a client may see; others are given back as they are. */
export function requestFailure(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new TesseraError('DATABASE_UNAVAILABLE', 'The database does not answer.', { cause: error as Error });
}
