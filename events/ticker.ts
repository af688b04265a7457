import type { Knex } from 'knex';
import type { Database } from '../kit/database/database.ts';
import { fromSqlTime, toSqlTime } from '../kit/database/time.ts';
import type { Logger } from '../kit/logger.ts';
import { type Loop, startLoop } from './core/loop.ts';

/** How soon a replica notices what another was told. */
const LOOK_AGAIN_MS = 2_000;

/** Whether a ticker runs, and what came of it. */
export interface TickerState {
  readonly running: boolean;
  /** ISO 8601 in UTC; null while it stands. */
  readonly since: string | null;
  /** What its ticks came to in all. */
  readonly count: number;
}

/** Something that happens at an even pace in a domain, however many replicas there are. */
export interface Ticker {
  read(): Promise<TickerState>;
  /** Starts it for all replicas; one that runs goes on at its pace. */
  start(): Promise<TickerState>;
  /** Stops it for all replicas. */
  stop(): Promise<TickerState>;
  /** Takes part from this process. Any number of replicas may: each tick is one replica's. */
  run(): Loop;
}

/** What a ticker stands on. */
export interface TickerOptions {
  /** For the log. */
  readonly what: string;
  readonly database: Database;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds from tick to tick. */
  readonly intervalMs: number;
  /** The row of its state, so that it survives restarts: with `is_running`, `running_since`, `due_at` and the counter. */
  readonly row: {
    readonly table: string;
    readonly key: Readonly<Record<string, string | number>>;
    /** The column that adds up what ticks come to. */
    readonly counter: string;
  };
  /**
   * Does what is due, with statements through `trx` alone; gives what the counter grows by. What it makes is of `moment`,
   * which lies in the interval that is its own: by the time that it is made, another may have begun.
   */
  readonly tick: (trx: Knex.Transaction, moment: Date) => Promise<number>;
}

interface TickerRow {
  is_running: number;
  running_since: string | null;
  due_at: string | null;
}

/**
 * Makes a ticker of a row that says when the next tick is due. Of the replicas that find it due, the one that moves that
 * moment on does what is due, in the same transaction.
 */
export function createTicker({ what, database, log, now, intervalMs, row, tick }: TickerOptions): Ticker {
  const { table, key, counter } = row;
  let wake = () => {};

  const readRow = () => database.read(table).where(key).first<TickerRow & Record<string, unknown>>();
  const read = async (): Promise<TickerState> => {
    const { is_running, running_since, [counter]: count } = await readRow();
    const since = running_since && fromSqlTime(running_since);
    return { running: is_running === 1, since, count: Number(count) };
  };

  const tickOnce = (due: string) =>
    database.transaction(async (trx) => {
      // An even pace without a rush after a time in which nobody could tick: intervals follow each other from the start,
      // each has one tick, and those that were missed stay without.
      const start = Date.parse(fromSqlTime(due));
      const moment = now();
      const next = start + (Math.floor((moment.getTime() - start) / intervalMs) + 1) * intervalMs;
      const won = await trx(table)
        .where({ ...key, is_running: 1, due_at: due })
        .update({ due_at: toSqlTime(new Date(next)) });
      if (won === 0) return;
      const done = await tick(trx, moment);
      if (done > 0) await trx(table).where(key).increment(counter, done);
    });

  return {
    read,

    async start() {
      const moment = toSqlTime(now());
      await database.transaction(
        async (trx) =>
          void (await trx(table)
            .where({ ...key, is_running: 0 })
            .update({ is_running: 1, running_since: moment, due_at: moment })),
      );
      wake();
      return read();
    },

    async stop() {
      const stopped = { is_running: 0, running_since: null, due_at: null };
      await database.transaction(async (trx) => void (await trx(table).where(key).update(stopped)));
      return read();
    },

    run() {
      const loop = startLoop(what, log, async () => {
        const { due_at: due } = await readRow();
        if (due === null) return LOOK_AGAIN_MS;
        const wait = Date.parse(fromSqlTime(due)) - now().getTime();
        if (wait > 0) return Math.min(wait, LOOK_AGAIN_MS);
        await tickOnce(due);
        return 1;
      });
      wake = loop.wake;
      return loop;
    },
  };
}
