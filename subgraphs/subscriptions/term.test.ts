import { expect, it } from 'vitest';
import { termEnd } from './term.ts';

it.each([
  ['2026-03-15T12:30:00.000Z', 'MONTHLY', '2026-04-15T12:30:00.000Z'],
  ['2026-12-15T12:30:00.000Z', 'MONTHLY', '2027-01-15T12:30:00.000Z'],
  ['2026-01-31T00:00:00.000Z', 'MONTHLY', '2026-02-28T00:00:00.000Z'],
  ['2028-01-31T23:59:59.999Z', 'MONTHLY', '2028-02-29T23:59:59.999Z'],
  ['2026-03-15T12:30:00.000Z', 'ANNUAL', '2027-03-15T12:30:00.000Z'],
  ['2028-02-29T12:30:00.000Z', 'ANNUAL', '2029-02-28T12:30:00.000Z'],
  ['2026-03-15T12:30:00.000Z', 'PAY_PER_USE', null],
] as const)('a term that begins %s, billed %s, ends %s', (start, billing, end) => {
  expect(termEnd(start, billing)).toBe(end);
});

it.each([
  ['2026-02-28T12:30:00.000Z', '2025-11-30T12:30:00.000Z', '2026-03-30T12:30:00.000Z'],
  ['2026-04-30T12:30:00.000Z', '2025-12-31T12:30:00.000Z', '2026-05-31T12:30:00.000Z'],
  ['2026-01-30T12:30:00.000Z', '2025-11-30T12:30:00.000Z', '2026-02-28T12:30:00.000Z'],
  // Terms that began anew since.
  ['2026-04-28T12:30:00.000Z', '2025-12-31T12:30:00.001Z', '2026-05-28T12:30:00.000Z'],
  ['2026-04-17T12:30:00.000Z', '2025-12-31T12:30:00.000Z', '2026-05-17T12:30:00.000Z'],
])('a month from %s, where the first term began %s, ends %s', (start, anchor, end) => {
  expect(termEnd(start, 'MONTHLY', anchor)).toBe(end);
});
