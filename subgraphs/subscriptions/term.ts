import type { CustomerSubscription } from './repository.ts';

const DAY_MS = 86_400_000;
const MONTHS = { ANNUAL: 12, MONTHLY: 1 };
/** Every month has as many days: only a later day can have been lost. */
const SHORTEST_MONTH = 28;

/**
 * When a term ends that begins at a moment: a year or a month later, at the same time of the same day, or of the
 * month's last day where it has no such day. Null where each use is billed.
 *
 * @param start ISO 8601 in UTC, as the result is
 * @param anchor when the first of the terms began that this one follows: its day is the one that a short month only
 *   interrupts
 */
export function termEnd(
  start: string,
  billing: CustomerSubscription['billing'],
  anchor = start,
): string | null {
  if (billing === 'PAY_PER_USE') return null;
  const end = new Date(start);
  const day = dayOf(end, new Date(anchor));
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + MONTHS[billing]);
  end.setUTCDate(Math.min(day, lastDayOf(end)));
  return end.toISOString();
}

/**
 * The day from which a term counts: the anchor's, where the start may be that day in a shorter month. A start at
 * another time of day comes of terms that began anew, which the anchor is not of.
 */
function dayOf(start: Date, anchor: Date): number {
  const day = start.getUTCDate();
  const isOfAnchor = (start.getTime() - anchor.getTime()) % DAY_MS === 0;
  return isOfAnchor && day >= SHORTEST_MONTH ? Math.max(day, anchor.getUTCDate()) : day;
}

const lastDayOf = (moment: Date) =>
  new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate();
