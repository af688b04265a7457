import { describe, expect, it } from 'vitest';
import { readSettings } from './config.ts';
import { moneySettings, toMinorUnits, toMoney } from './scalars.ts';

describe('toMoney', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [1_299, '12.99'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('writes %i minor units as %s', (minor, amount) => {
    expect(toMoney(minor, 'CAD')).toEqual({ amount, currencyCode: 'CAD' });
  });

  it('gives null for an amount that is not stored', () => {
    expect(toMoney(null, 'CAD')).toBeNull();
  });
});

describe('toMinorUnits', () => {
  it.each([
    ['12', 1_200],
    ['12.5', 1_250],
    ['12.500', 1_250],
    ['-0.05', -5],
  ])('reads %s as %i', (amount, minor) => {
    expect(toMinorUnits(amount)).toBe(minor);
  });

  it.each(['12.345', '12345678901234', '1e3', ''])('refuses %s', (amount) => {
    expect(toMinorUnits(amount)).toBeNull();
  });
});

describe('the setting CURRENCY', () => {
  it('is CAD by default', () => {
    expect(readSettings(moneySettings, {})).toEqual({ CURRENCY: 'CAD' });
  });

  it.each(['EUR', 'USD'])('takes %s', (code) => {
    expect(readSettings(moneySettings, { CURRENCY: code })).toEqual({ CURRENCY: code });
  });

  it.each(['cad', 'Dollar', 'XYZ', 'JPY', 'KWD'])('refuses %s in one line', (code) => {
    expect(() => readSettings(moneySettings, { CURRENCY: code })).toThrow(
      'wrong setting: CURRENCY: must be the ISO 4217 code of a currency with two decimals, such as CAD',
    );
  });
});
