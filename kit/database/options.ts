import type { Logger } from '../logger.ts';
import type { Database } from './database.ts';

/** Which database to open. */
export interface DatabaseOptions {
  /** The domain; names the SQLite file and stands in messages. */
  readonly name: string;
  /** `mysql://...`, where `{subgraph}` is the name; without it, SQLite in `dataDir`. */
  readonly url?: string | undefined;
  /** A secret in AWS Secrets Manager that says where the database is; likewise. What it does not say is taken from `url`. */
  readonly secretId?: string | undefined;
  readonly dataDir: string;
  /** Hears each statement at trace level, and what the driver has to say beside its errors at debug level. */
  readonly log?: Logger;
  /** Connections to a server database at most; default 10. */
  readonly poolSize?: number | undefined;
}

/** A database that was set up but not yet spoken to, and the first words. */
export interface Opened {
  readonly database: Database;
  /** Rejects when it does not answer or cannot be worked with. */
  readonly check: () => Promise<void>;
}
