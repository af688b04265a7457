import type { CustomerSubscription } from './repository.ts';

const MONTHS = { ANNUAL: 12, MONTHLY: 1 };

/**
 * When a term ends that begins at a moment: a year or a month later, at the same time of the same day, or of the
 * month's last day where it has no such day. Null where each use is billed.
 *
 * @param start ISO 8601 in UTC, as the result is
 */
export function termEnd(start: string, billing: CustomerSubscription['billing']): string | null {
  if (billing === 'PAY_PER_USE') return null;
  const end = new Date(start);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + MONTHS[billing]);
  // The month was too short, and the date ran over into the next: back to the last day of the one before.
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end.toISOString();
}
