import type { ReportCategory, ReportKind } from './kinds.ts';

/** Something that happened. */
export interface Occurrence {
  readonly kind: ReportKind;
  readonly category: ReportCategory;
  /** Null where it happened nowhere in particular. */
  readonly location: number | null;
  /** UTC, as the databases store it. */
  readonly occurredAt: string;
}

/** What a counter counts over. */
export type Period = 'TOTAL' | 'DAY' | 'MINUTE' | 'LOCATION';

/** What a counter is known by. */
export type CounterKey = readonly [kind: ReportKind, category: ReportCategory, period: Period, slot: string];

/** The day or minute of a stored moment, as a counter names it. */
export const slotOf = {
  DAY: (stored: string): string => stored.slice(0, 10),
  MINUTE: (stored: string): string => stored.slice(0, 16),
};

/** How much each counter grows by these occurrences, in the order of the counters' keys. */
export function tally(occurrences: readonly Occurrence[]): (readonly [...CounterKey, number])[] {
  const counts = new Map<string, readonly [...CounterKey, number]>();
  for (const occurrence of occurrences) {
    for (const key of countersOf(occurrence)) {
      const text = key.join(' ');
      counts.set(text, [...key, (counts.get(text)?.[4] ?? 0) + 1]);
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function countersOf({ kind, category, location, occurredAt }: Occurrence): CounterKey[] {
  const everywhere: CounterKey[] = [
    [kind, category, 'TOTAL', ''],
    [kind, category, 'DAY', slotOf.DAY(occurredAt)],
    [kind, category, 'MINUTE', slotOf.MINUTE(occurredAt)],
  ];
  return location === null ? everywhere : [...everywhere, [kind, category, 'LOCATION', String(location)]];
}
