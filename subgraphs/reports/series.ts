import { toSqlTime } from '../../kit/database/time.ts';
import { badUserInput } from '../../kit/errors.ts';
import { toInt } from '../../kit/scalars.ts';
import type { Counter } from './repository.ts';
import { slotOf } from './tally.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const UNITS = {
  MINUTE: { ms: MINUTE_MS, longestMs: DAY_MS, longest: 'one day' },
  DAY: { ms: DAY_MS, longestMs: 366 * DAY_MS, longest: '366 days' },
};

export type Unit = keyof typeof UNITS;

/** How many there were from a moment on, for the length of a unit. */
export interface Bucket {
  /** ISO 8601 in UTC. */
  readonly start: string;
  readonly count: number;
}

/**
 * The beginnings of the minutes or days that a stretch of time touches.
 *
 * @throws BAD_USER_INPUT when it ends before it begins, or is too long
 */
export function listStarts(unit: Unit, from: Date, to: Date): Date[] {
  const { ms, longestMs, longest } = UNITS[unit];
  const length = to.getTime() - from.getTime();
  if (length < 0) throw badUserInput('to must not be before from.');
  if (length > longestMs) throw badUserInput(`to must be ${longest} after from at most.`);
  const first = Math.floor(from.getTime() / ms) * ms;
  const count = length === 0 ? 0 : Math.ceil((to.getTime() - first) / ms);
  return Array.from({ length: count }, (_, i) => new Date(first + i * ms));
}

/** The slot of the counters of a minute or day. */
export const slotAt = (unit: Unit, start: Date): string => slotOf[unit](toSqlTime(start));

/** The sums of the counters of each minute or day, zero where there are none. */
export function toBuckets(unit: Unit, starts: readonly Date[], counters: readonly Counter[]): Bucket[] {
  const bySlot = Map.groupBy(counters, ({ slot }) => slot);
  return starts.map((start) => ({
    start: start.toISOString(),
    count: sumOf(bySlot.get(slotAt(unit, start)) ?? []),
  }));
}

export const sumOf = (counters: readonly Counter[]): number =>
  toInt(counters.reduce((sum, { counted }) => sum + counted, 0));
