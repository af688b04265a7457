import { describe, expect, it } from 'vitest';
import { findHighestRate } from './search.ts';

/** Searches where everything up to a limit holds; gives what was found, and what was tried. */
async function searchUpTo(limit: number) {
  const tried: number[] = [];
  const found = await findHighestRate(async (rate) => {
    tried.push(rate);
    return rate <= limit;
  });
  return { found, tried };
}

describe('the search for the highest rate', () => {
  it.each([25, 60, 333, 1_000, 5_000])(
    'finds one within a tenth of %d, and never one above',
    async (limit) => {
      const { found } = await searchUpTo(limit);
      expect(found).toBeLessThanOrEqual(limit);
      expect(found).toBeGreaterThanOrEqual(limit / 1.11);
    },
  );

  it('gives nothing where nothing holds', async () => {
    expect(await searchUpTo(10)).toEqual({ found: 0, tried: [25, 25] });
  });

  it('tries a rate again that failed once', async () => {
    let failures = 1;
    expect(await findHighestRate(async (rate) => rate <= 100 && !(rate === 50 && failures-- > 0))).toBe(100);
  });
});
