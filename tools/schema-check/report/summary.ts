import type { PlanNumbers } from '../../plan/measure.ts';
import type { CheckReport, ClientHit, Finding, Level, PlanMove } from '../finding.ts';

/** `3 refused, 1 warning, 2 allowed, 5 notes`; levels without findings are left out. */
export function countsOf({ findings }: CheckReport): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const parts = [
    [count('refused'), 'refused'],
    [count('warning'), count('warning') === 1 ? 'warning' : 'warnings'],
    [count('allowed'), 'allowed'],
    [count('note'), count('note') === 1 ? 'note' : 'notes'],
  ] as const;
  return parts.flatMap(([number, name]) => (number > 0 ? `${number} ${name}` : [])).join(', ') || 'no change';
}

/** `FIELD_REMOVED User.name: Field 'name' was removed`: rule and place as schema-exceptions.yaml takes them. */
export const titleOf = ({ rule, at, message }: Finding): string => `${rule} ${at}: ${message}`;

export const clientText = ({ client, operations, count, lastSeen }: ClientHit): string => {
  const by = operations.length > 0 ? ` in ${operations.join(', ')}` : '';
  return `${client} used it${by}: ${count} times, last on ${lastSeen}`;
};

const NUMBERS = ['calls', 'hops', 'cost'] as const;

/** `calls 3 → 4, hops 2, cost 1,200 → 1,900`. */
export const moveText = ({ before, after }: PlanMove): string =>
  NUMBERS.map((name) => numberText(name, before, after)).join(', ');

function numberText(
  name: (typeof NUMBERS)[number],
  before: PlanNumbers | undefined,
  after: PlanNumbers,
): string {
  const now = after[name].toLocaleString('en');
  return before && before[name] !== after[name]
    ? `${name} ${before[name].toLocaleString('en')} → ${now}`
    : `${name} ${now}`;
}
