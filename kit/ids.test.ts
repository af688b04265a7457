import { describe, expect, it } from 'vitest';
import { isId, uuidOf } from './ids.ts';

describe('the id of a text', () => {
  it('is a UUID of version 8, and the same in every process and version', () => {
    const id = uuidOf('webhook 7');
    expect(id).toBe('eabdee3b-e488-8cc1-a6d4-c3f9921c6ab6');
    expect(isId(id)).toBe(true);
  });

  it('is another for another text', () => {
    expect(uuidOf('webhook 7')).not.toBe(uuidOf('webhook 8'));
  });
});
