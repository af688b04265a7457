import type { Knex } from 'knex';

/** One statement that was sent to the database. */
export interface StatementEvent {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** The connections of a process to one database. */
export interface PoolState {
  /** What they are for: `read` and `write`, or `all` where the same serve both. */
  readonly pool: string;
  readonly used: number;
  readonly idle: number;
  /** How many wait for one. */
  readonly waiting: number;
}

/** How a transaction differs from others. */
export interface TransactionOptions {
  /**
   * Whether it survives a power cut once it has committed; default true. One that is not lost with what it depends on,
   * and can be done again, such as a claim, need not wait for the disk: on SQLite that stops the whole process. The end
   * of the process alone loses none, and one that is durable takes those before it along.
   */
  readonly durable?: boolean;
}

/** A domain's own database. What SQLite and MySQL do differently ends here. */
export interface Database {
  readonly dialect: 'sqlite' | 'mysql';
  /** Where it is, without credentials. */
  readonly where: string;
  /** Builds and runs reads outside of a transaction. */
  readonly read: Knex;
  /**
   * Runs reads and writes as one transaction, committed when `work` resolves. All its statements must go through `trx`.
   * A deadlock makes it start over, so `work` must have no effect but its statements.
   */
  transaction<T>(work: (trx: Knex.Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Runs one transaction at a time, among all processes that call this on the same database; the others wait. For
   * migrations: where the server commits definitions by itself, it holds others off all the same.
   */
  exclusively<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T>;
  /** Runs SQL text and gives its rows, whatever the dialect. */
  rows<Row>(sql: string, bindings: readonly unknown[], on?: Knex): Promise<Row[]>;
  /** Hears of every statement, until disposed. */
  onStatement(listener: (event: StatementEvent) => void): Disposable;
  /** How its connections stand. */
  pools(): readonly PoolState[];
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
