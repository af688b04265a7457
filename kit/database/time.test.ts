import { expect, it } from 'vitest';
import { isSqlTime, toSqlTime } from './time.ts';

it('recognises a stored moment', () => {
  expect(isSqlTime(toSqlTime(new Date('2026-02-28T23:59:59.999Z')))).toBe(true);
});

it.each(['', 'abc', '2026-01-31', '2026-01-31T12:00:00.000', '2026-02-31 12:00:00.000', '1', '2026'])(
  'knows that %j is none',
  (text) => {
    expect(isSqlTime(text)).toBe(false);
  },
);
