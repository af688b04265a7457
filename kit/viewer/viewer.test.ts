import { describe, expect, it } from 'vitest';
import { admin, customer } from '../testing/subgraph.ts';
import { requireOwned } from './viewer.ts';

const row = { id: '7', owner: '123' };
const ownerOf = ({ owner }: { owner: string | null }) => owner;
const refusal = { extensions: { code: 'FORBIDDEN' } };

describe('a row whose owner is known only after its lookup', () => {
  it('is given to its owner', () => {
    expect(requireOwned(customer('123'), row, ownerOf)).toBe(row);
  });

  it('is given to an admin, who is also told that there is none', () => {
    expect(requireOwned(admin, row, ownerOf)).toBe(row);
    expect(requireOwned(admin, null, ownerOf)).toBeNull();
  });

  it('is refused to everybody else as if there were none', () => {
    const refused = [row, { ...row, owner: null }, null].map((each) => {
      try {
        return requireOwned(customer('1'), each, ownerOf);
      } catch (error) {
        return error;
      }
    });
    expect(refused[0]).toMatchObject(refusal);
    expect(refused[1]).toEqual(refused[0]);
    expect(refused[2]).toEqual(refused[0]);
  });

  it('needs a viewer', () => {
    expect(() => requireOwned(null, row, ownerOf)).toThrow(
      expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } }),
    );
  });
});
