import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { Knex } from 'knex';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, toSqlTime } from '../../kit/database/time.ts';
import { rateLimited } from '../../kit/errors.ts';

/** How often something may be tried. */
export interface Limit {
  /** What is limited, such as `signIn login`. */
  readonly name: string;
  readonly tries: number;
  readonly windowMs: number;
}

/** One who tries, under a limit. */
export interface Attempt {
  readonly limit: Limit;
  /** Who it is that is counted: a login, an address. */
  readonly by: string;
}

/** One in so many new windows clears old ones away. */
const CLEAR_EVERY = 200;

export type Attempts = ReturnType<typeof createAttempts>;

/**
 * Counts attempts in fixed windows, which begin with the first try, for all replicas together. An attempt is counted
 * before its outcome is known, so that many at once are not all let through.
 */
export function createAttempts(database: Database, now: () => Date) {
  return {
    /**
     * Counts them all, or none.
     *
     * @throws RATE_LIMITED when one of them came too often, with when its window ends
     */
    async count(attempts: readonly Attempt[]): Promise<void> {
      if (attempts.length === 0) return;
      await database.transaction(async (trx) => {
        const waits = await inOrder(attempts, (each) => countOne(trx, each, now()));
        const wait = Math.max(0, ...waits);
        // Thrown in here, so that it undoes the counts: nobody takes back those of what was refused.
        if (wait > 0) throw rateLimited(wait);
      });
    },

    /** Takes a count back: what went well is not held against anybody. */
    forgive: (attempts: readonly Attempt[]): Promise<unknown> =>
      database.transaction((trx) =>
        inOrder(attempts, (each) =>
          trx('attempts')
            .where({ scope: scopeOf(each) })
            .where('tries', '>', 0)
            .decrement('tries', 1),
        ),
      ),
  };
}

/** Counts a try; gives the milliseconds to wait where there were too many. */
async function countOne(trx: Knex.Transaction, attempt: Attempt, now: Date): Promise<number> {
  const { tries: most, windowMs } = attempt.limit;
  const scope = scopeOf(attempt);
  const moment = toSqlTime(now);
  const ends_at = toSqlTime(new Date(now.getTime() + windowMs));
  const anew = (fresh: string | number, kept: string) =>
    trx.raw(`CASE WHEN attempts.ends_at <= ? THEN ? ELSE ${kept} END`, [moment, fresh]);
  await trx('attempts')
    .insert({ scope, tries: 1, ends_at })
    .onConflict('scope')
    // In this order: MySQL computes each from what those before it have set.
    .merge({
      tries: anew(1, 'attempts.tries + 1'),
      ends_at: anew(ends_at, 'attempts.ends_at'),
    });
  const row = await trx('attempts').where({ scope }).first<{ tries: number; ends_at: string }>();
  if (row.tries === 1 && Number.parseInt(scope.slice(0, 8), 16) % CLEAR_EVERY === 0)
    await trx('attempts').where('ends_at', '<=', moment).delete();
  return row.tries > most ? Date.parse(fromSqlTime(row.ends_at)) - now.getTime() : 0;
}

/** Rows are locked in the order of their keys, since two who lock in different orders deadlock. */
async function inOrder<Result>(attempts: readonly Attempt[], work: (attempt: Attempt) => Promise<Result>) {
  const results: Result[] = [];
  for (const each of attempts.toSorted((a, b) => (scopeOf(a) < scopeOf(b) ? -1 : 1)))
    results.push(await work(each));
  return results;
}

/** Who is counted of an address: of IPv6 the network, since a household has 2^64 addresses to try with. */
export function networkOf(address: string | undefined): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}

const scopeOf = ({ limit, by }: Attempt) => createHash('sha256').update(`${limit.name} ${by}`).digest('hex');
