import { describe, expect, it } from 'vitest';
import { countCharacters, isLongerThan, truncate } from './text.ts';

describe('a text', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['é🎉', 2],
    ['half \ud83d', 6],
  ])('%j has %i characters', (text, count) => {
    expect(countCharacters(text)).toBe(count);
    expect([isLongerThan(text, count), isLongerThan(`${text}x`, count)]).toEqual([false, true]);
  });

  it('is as long as its code points', () => {
    expect(isLongerThan('🎉'.repeat(200), 200)).toBe(false);
    expect(isLongerThan('🎉'.repeat(201), 200)).toBe(true);
    expect(isLongerThan(`${'🎉'.repeat(199)}xx`, 200)).toBe(true);
    expect(isLongerThan('x'.repeat(401), 200)).toBe(true);
  });

  it('is cut between characters', () => {
    expect(truncate('a🎉b', 2)).toBe('a🎉');
    expect(truncate('🎉'.repeat(10), 3)).toBe('🎉🎉🎉');
    expect(truncate('abc', 3)).toBe('abc');
  });
});
