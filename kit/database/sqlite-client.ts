import type BetterSqlite3 from 'better-sqlite3';
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js';
import SqliteTransaction from 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js';
import { LRUCache } from 'lru-cache';

/** Compiling a statement costs more than running most; a connection keeps this many compiled. */
const STATEMENTS_KEPT = 500;
/** Of each connection, of which a process has up to five for every domain: a larger cache is memory and no faster. */
const CACHE_KIB = 16 * 1024;
/**
 * How long the log of writes grows until they are carried into the file, of 4 KiB each: what is carried soon changes
 * again, and SQLite's own thousand cost a busy domain a seventh of its throughput.
 */
const LOG_PAGES = 8_000;

type Connection = BetterSqlite3.Database & {
  statements?: LRUCache<string, BetterSqlite3.Statement>;
  /** Whether its commits wait for the disk. */
  durable?: boolean;
};

interface Query {
  sql: string;
  bindings?: readonly unknown[];
  response?: unknown;
  context?: unknown;
}

/** Takes the write lock at once: a lock taken at the first write could fail when another process wrote in between. */
class ImmediateTransaction extends SqliteTransaction {
  private readonly durable: boolean;

  constructor(client: unknown, container: unknown, config: { durable?: boolean } = {}, outer?: unknown) {
    super(client, container, config, outer);
    this.durable = config.durable ?? true;
  }

  override begin(connection: unknown) {
    setDurable(connection as Connection, this.durable);
    return this.query(connection, 'BEGIN IMMEDIATE;');
  }
}

/** FULL: a commit that was answered survives a power cut, which WAL's usual NORMAL does not promise. */
function setDurable(connection: Connection, durable: boolean): void {
  if (connection.durable === durable) return;
  connection.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
  connection.durable = durable;
}

/** Knex's better-sqlite3 client, with compiled statements kept and transactions that lock at their start. */
export class SqliteClient extends BetterSqlite3Client {
  override async acquireRawConnection(): Promise<Connection> {
    const connection = (await super.acquireRawConnection()) as Connection;
    const readonly = this.connectionSettings.options?.readonly ?? false;
    connection.pragma('busy_timeout = 10000');
    if (!readonly) {
      connection.pragma('journal_mode = WAL');
      connection.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    }
    setDurable(connection, true);
    connection.pragma('foreign_keys = ON');
    // Reads come from the mapped file; what is cached beside it is what was written, for each connection anew.
    connection.pragma('mmap_size = 1073741824');
    connection.pragma(`cache_size = -${CACHE_KIB}`);
    connection.statements = new LRUCache({ max: STATEMENTS_KEPT });
    return connection;
  }

  override async _query(connection: Connection, query: Query): Promise<Query> {
    const statement = this.prepare(connection, query.sql);
    const bindings = this._formatBindings(query.bindings);
    if (statement.reader) {
      query.response = statement.all(bindings);
    } else {
      const { changes, lastInsertRowid } = statement.run(bindings);
      query.response = { changes, lastInsertRowid };
      query.context = { changes, lastID: lastInsertRowid };
    }
    return query;
  }

  override transaction(container: unknown, config?: { durable?: boolean }, outer?: unknown) {
    return new ImmediateTransaction(this, container, config, outer);
  }

  private prepare(connection: Connection, sql: string): BetterSqlite3.Statement {
    const known = connection.statements?.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    connection.statements?.set(sql, statement);
    return statement;
  }
}
