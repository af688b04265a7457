import { describe, expect, it } from 'vitest';
import type { Failure } from '../client/index.ts';
import { createAttempts } from './attempt.ts';
import { readClaims } from './claims.ts';
import { countOf, sentenceOf, showMoney } from './show.ts';
import { isMissing, troublesOf } from './trouble.ts';

const tokenOf = (payload: unknown) =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2lnbmVk`;

describe('an attempt', () => {
  it('keeps its key while it asks for the same, and takes another for something else', () => {
    let keys = 0;
    const keyOf = createAttempts(() => `key-${++keys}`);
    expect(keyOf({ name: 'Kettle' })).toBe('key-1');
    expect(keyOf({ name: 'Kettle' })).toBe('key-1');
    expect(keyOf({ name: 'Tea kettle' })).toBe('key-2');
    expect(keyOf({ name: 'Kettle' })).toBe('key-3');
  });
});

describe('a token’s claims', () => {
  it('say who it is, and whether an admin', () => {
    expect(readClaims(tokenOf({ sub: 'jörg', scope: 'read admin', exp: 2 }))).toEqual({
      subject: 'jörg',
      isAdmin: true,
      expiresAt: 2_000,
    });
    expect(readClaims(tokenOf({ sub: '123', exp: 2 }))).toMatchObject({ isAdmin: false });
    expect(readClaims(tokenOf({ sub: '123', scope: 'administrator', exp: 2 }))).toMatchObject({
      isAdmin: false,
    });
  });

  it.each(['', 'a.b.c', 'e30.e30.', tokenOf(null), tokenOf({ sub: 1, exp: 2 })])(
    'are none in %j',
    (token) => {
      expect(readClaims(token)).toBeNull();
    },
  );
});

describe('failures', () => {
  const at = (index: number): Failure => ({
    code: 'SUBGRAPH_UNAVAILABLE',
    message: 'orders does not answer.',
    path: ['products', 'edges', index, 'node', 'unitsSold'],
    service: 'orders',
    requestId: 'r-1',
  });

  it('of one kind are told once', () => {
    const other: Failure = { code: 'FORBIDDEN', message: 'No.' };
    expect(troublesOf([at(0), at(1), other])).toEqual([
      {
        code: 'SUBGRAPH_UNAVAILABLE',
        message: 'orders does not answer.',
        service: 'orders',
        requestId: 'r-1',
      },
      { code: 'FORBIDDEN', message: 'No.', service: null, requestId: null },
    ]);
  });

  it('make a field missing that they are about', () => {
    expect(isMissing([at(0)], 'unitsSold')).toBe(true);
    expect(isMissing([at(0)], 'stock')).toBe(false);
    expect(isMissing([{ code: 'TIMEOUT', message: '' }], 'unitsSold')).toBe(false);
  });
});

describe('what is shown', () => {
  it('is money without rounding, counts with their nouns, names as words', () => {
    expect(showMoney({ amount: '1234567.80', currencyCode: 'CAD' })).toBe('1,234,567.80 CAD');
    expect(showMoney({ amount: '-1000' })).toBe('-1,000');
    expect(showMoney({ amount: '0.5' })).toBe('0.5');
    expect(countOf(1, 'like')).toBe('1 like');
    expect(countOf(1_200, 'product')).toBe('1,200 products');
    expect(sentenceOf('HANDLER_FAILED')).toBe('Handler failed');
  });
});
