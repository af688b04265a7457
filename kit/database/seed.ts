import type { Knex } from 'knex';
import { bulkInsert, type SqlValue } from './bulk-insert.ts';
import type { Database } from './database.ts';

/** The owners whose rows stand in the CSV files: ids "1" to "1000". */
export const DEMO_OWNERS = 1_000;

const OWNERS_PER_TRANSACTION = 2_000;

/** How much `npm run seed` writes. */
export interface SeedScale {
  /** Rows are made for the owners "1" to this one. */
  readonly owners: number;
  /** Of what an owner has many of, how many each gets; 0 to 99. */
  readonly perOwner: number;
}

/** A domain's seed data. */
export interface Seed {
  /** Writes the sample data of the CSV files into new tables. */
  readonly demo: (trx: Knex.Transaction, place: SeedPlace) => Promise<void>;
  /** Fills the tables up to a scale, going on where an earlier run ended. */
  readonly atScale: (database: Database, scale: SeedScale, progress: SeedProgress) => Promise<void>;
}

/** Where sample data is written to. */
export interface SeedPlace {
  /** Whether that is one machine for itself: elsewhere nobody may have rights by what everybody knows. */
  readonly local: boolean;
}

/** Hears how far a seed has come: the owner reached, and the rows written so far. */
export type SeedProgress = (owner: number, rows: number) => void;

/** Rows of one table, made from an owner's number alone, so that every run makes the same. */
export interface SeedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rowsOf: (owner: number) => readonly (readonly SqlValue[])[];
}

/**
 * Fills tables owner by owner, some thousands to a transaction; an interrupted run loses only its last one.
 *
 * @param isDone whether an owner's rows are there
 * @param afterwards what else a transaction writes, for totals that are kept
 */
export async function seedOwners(
  database: Database,
  scale: SeedScale,
  tables: readonly SeedTable[],
  isDone: (owner: number) => Promise<boolean>,
  progress: SeedProgress,
  afterwards?: (trx: Knex.Transaction, owners: readonly number[]) => Promise<void>,
): Promise<void> {
  let rows = 0;
  let next = (await lastDone(scale.owners, isDone)) + 1;
  while (next <= scale.owners) {
    const end = Math.min(scale.owners, next + OWNERS_PER_TRANSACTION - 1);
    const owners = Array.from({ length: end - next + 1 }, (_, i) => next + i);
    await database.transaction(async (trx) => {
      for (const { table, columns, rowsOf } of tables) {
        rows += await bulkInsert(trx, table, columns, owners.flatMap(rowsOf));
      }
      await afterwards?.(trx, owners);
    });
    next = end + 1;
    progress(end, rows);
  }
  progress(scale.owners, rows);
}

/** The last owner that is done; all before it are, since owners are written in order. */
async function lastDone(last: number, isDone: (owner: number) => Promise<boolean>): Promise<number> {
  let done = DEMO_OWNERS;
  let open = last + 1;
  while (open - done > 1) {
    const middle = Math.floor((done + open) / 2);
    if (await isDone(middle)) done = middle;
    else open = middle;
  }
  return done;
}

/**
 * A number that looks random but is a function of its arguments: 0 to below `bound`.
 * (SplitMix32's finaliser over the owner and a salt; Steele, Lea and Flood 2014.)
 */
export function draw(owner: number, salt: number, bound: number): number {
  let x = (Math.imul(owner, 0x9e3779b9) + Math.imul(salt, 0x85ebca6b)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return Math.floor((((x ^ (x >>> 15)) >>> 0) / 2 ** 32) * bound);
}

/** An element of a list by `draw`. */
export function choose<T>(owner: number, salt: number, from: readonly [T, ...T[]] | readonly T[]): T {
  return from[draw(owner, salt, from.length)] as T;
}

/** A moment, in the form that databases store, some seconds after a start. */
export const secondsAfter = (start: string, seconds: number): string =>
  new Date(Date.parse(start) + seconds * 1000).toISOString().slice(0, 23).replace('T', ' ');
