import { describe, expect, it } from 'vitest';
import { SelectionError, select } from './select.ts';

const peers = [{ name: 'stock' }, { name: 'hive' }, { name: 'grafbase' }];
const namesOf = (wish?: string) => select(peers, wish, 'peer').map(({ name }) => name);

describe('choosing by name', () => {
  it('takes all without a wish', () => {
    expect(namesOf()).toEqual(['stock', 'hive', 'grafbase']);
  });

  it('keeps the order of the list, whatever that of the wish', () => {
    expect(namesOf('grafbase, stock')).toEqual(['stock', 'grafbase']);
  });

  it('takes none when that is the wish', () => {
    expect(namesOf('none')).toEqual([]);
  });

  it('says which names there are when one is not', () => {
    expect(() => namesOf('stock,cosmo')).toThrow(
      new SelectionError('there is no peer cosmo; there is: stock, hive, grafbase'),
    );
  });
});
