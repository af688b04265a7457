import type { Database } from './database.ts';

/** A kept total, or a kept time, that is not what its rows come to. */
export interface Drift {
  /** Which total, for a person. */
  readonly what: string;
  readonly kept: number | string;
  readonly counted: number | string;
}

/** Counts what a domain keeps totals of, and gives those that are wrong. */
export type Recount = (database: Database) => Promise<readonly Drift[]>;
