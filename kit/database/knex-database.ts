import type { Knex } from 'knex';
import type { Logger } from '../logger.ts';
import type { Database, PoolState, StatementEvent, TransactionOptions } from './database.ts';
import { isRetryable } from './failure.ts';

const ATTEMPTS = 5;

/** What the dialects do alike. */
export abstract class KnexDatabase implements Database {
  abstract readonly dialect: 'sqlite' | 'mysql';
  readonly where: string;
  readonly read: Knex;
  protected readonly write: Knex;

  /** @param write where transactions run; may be the same as `read` */
  constructor(where: string, read: Knex, write: Knex) {
    this.where = where;
    this.read = read;
    this.write = write;
  }

  abstract rows<Row>(sql: string, bindings: readonly unknown[], on?: Knex): Promise<Row[]>;
  abstract exclusively<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T>;

  async transaction<T>(
    work: (trx: Knex.Transaction) => Promise<T>,
    { durable = true }: TransactionOptions = {},
  ): Promise<T> {
    // Knex hands on what it does not know to the client's own transactions; its types do not say so.
    const config = { durable } as Knex.TransactionConfig;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.write.transaction(work, config);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
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

  pools(): readonly PoolState[] {
    return this.read === this.write
      ? [poolOf('all', this.read)]
      : [poolOf('read', this.read), poolOf('write', this.write)];
  }

  async ping(): Promise<void> {
    await this.read.raw('SELECT 1');
  }

  async close(): Promise<void> {
    await Promise.all([...new Set([this.read, this.write])].map((each) => each.destroy()));
  }
}

function poolOf(pool: string, { client }: Knex): PoolState {
  const { pool: state } = client;
  return {
    pool,
    used: state.numUsed(),
    idle: state.numFree(),
    waiting: state.numPendingAcquires(),
  };
}

/** How the drivers are set up alike. */
export function driverSettings(log?: Logger) {
  const say = (message: unknown) => log?.debug({ driver: message }, 'database driver');
  return {
    // Knex would print to the console, and every error that it prints it also throws.
    log: { warn: say, error: say, deprecate: say, debug: say },
    // An error would hold the values of its statement: a password's hash in the log, a user's words where its text counts.
    compileSqlOnError: false,
  };
}
