import { describe, expect, it } from 'vitest';
import { fromSqlTime, isoToSqlTime, isSqlTime, toSqlTime } from './time.ts';

describe('stored moments', () => {
  it('keep a moment to the millisecond, there and back', () => {
    const iso = '2024-02-29T23:59:59.999Z';
    expect(toSqlTime(new Date(iso))).toBe('2024-02-29 23:59:59.999');
    expect(isoToSqlTime(iso)).toBe('2024-02-29 23:59:59.999');
    expect(fromSqlTime('2024-02-29 23:59:59.999')).toBe(iso);
  });

  it.each(['2024-02-29 23:59:59.999', '1000-01-01 00:00:00.000', '9999-12-31 23:59:59.999'])(
    'recognises %s',
    (text) => expect(isSqlTime(text)).toBe(true),
  );

  it.each([
    '',
    'yesterday',
    '2024',
    '2023-02-29 00:00:00.000',
    '2024-13-01 00:00:00.000',
    '2024-01-01T00:00:00.000',
    '2024-01-01 00:00:00.000000',
    '0999-12-31 23:59:59.999',
    "2024-01-01 00:00:00.000' --",
  ])('recognises that %j is none', (text) => expect(isSqlTime(text)).toBe(false));

  it('recognises that a moment after the year 9999 is none', () => {
    expect(isSqlTime(toSqlTime(new Date('+010000-01-01T00:00:00.000Z')))).toBe(false);
  });
});
