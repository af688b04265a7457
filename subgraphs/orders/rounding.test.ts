import { describe, expect, it } from 'vitest';
import { divideHalfUp } from './rounding.ts';

describe('divideHalfUp', () => {
  it.each([
    [0, 3, 0],
    [10, 3, 3],
    [11, 3, 4],
    [5, 2, 3],
    [7, 2, 4],
    [1, 2, 1],
    [4, 4, 1],
    [112_470_890, 4_492, 25_038],
  ])('divides %i by %i to %i', (sum, count, expected) => {
    expect(divideHalfUp(sum, count)).toBe(expected);
  });

  it('stays exact where floats are not', () => {
    const sum = Number.MAX_SAFE_INTEGER;
    for (const count of [2, 3, 7, 1_000_003]) {
      const exact = (2n * BigInt(sum) + BigInt(count)) / (2n * BigInt(count));
      expect(BigInt(divideHalfUp(sum, count))).toBe(exact);
    }
  });
});
