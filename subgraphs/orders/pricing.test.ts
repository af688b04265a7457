import { describe, expect, it } from 'vitest';
import { drawMarketFactor, marketPrice } from './pricing.ts';

describe('the price at the market', () => {
  it.each([
    [1000, 11_000, 1100],
    [1000, 20_000, 2000],
    // 33.3333 x 1.5 = 49.99995: half up at the cent.
    [1, 15_000, 2],
    [3, 11_111, 3],
    [99_999_999_999_999, 19_999, 199_989_999_999_998],
  ])('of %i at a factor of %i ten-thousandths is %i', (list, factor, price) => {
    expect(marketPrice(list, factor)).toBe(price);
  });

  it('is drawn evenly from 1.1 to 2', () => {
    const draws = Array.from({ length: 20_000 }, drawMarketFactor);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(11_000);
    expect(Math.max(...draws)).toBeLessThanOrEqual(20_000);
    const tenths = Map.groupBy(draws, (factor) => Math.min(8, Math.floor((factor - 11_000) / 1_000)));
    // 20,000 draws into nine: 2,222 each, with a deviation of 44; six of them are one chance in 10^8.
    for (const each of tenths.values()) expect(Math.abs(each.length - 2_222)).toBeLessThan(6 * 44);
  });
});
