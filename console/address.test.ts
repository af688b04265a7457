import { describe, expect, it } from 'vitest';
import { type Address, formatAddress, isFiltered, listVariables, parseAddress, START } from './address.ts';

const FULL: Address = {
  view: 'operations',
  name: 'Coffee & "tea"',
  kind: 'GOODS',
  inStock: false,
  minPrice: '1.50',
  maxPrice: '20',
  orderBy: 'PRICE_DESC',
  size: 50,
  after: 'eyJ+/=',
  product: 'new',
  runs: 'FAILED',
};

describe('an address', () => {
  it('says nothing at the start', () => {
    expect(formatAddress(START)).toBe('');
    expect(parseAddress('')).toEqual(START);
  });

  it('is read as it was written', () => {
    expect(parseAddress(formatAddress(FULL))).toEqual(FULL);
    expect(parseAddress(formatAddress({ ...FULL, inStock: true }))).toEqual({ ...FULL, inStock: true });
  });

  it.each([
    'view=users',
    'kind=TOY',
    'inStock=maybe',
    'minPrice=-1',
    'minPrice=1e3',
    'maxPrice=12.345',
    'orderBy=NAME_DESC',
    'size=1000000',
    'after=',
    'runs=LOST',
  ])('takes what makes no sense as not given: %s', (search) => {
    expect(parseAddress(search)).toEqual(START);
  });

  it('asks for what is set alone', () => {
    expect(listVariables(START)).toEqual({ first: 20, after: null, filter: {}, orderBy: 'NAME_ASC' });
    expect(listVariables(FULL)).toEqual({
      first: 50,
      after: 'eyJ+/=',
      filter: {
        namePrefix: 'Coffee & "tea"',
        kind: 'GOODS',
        inStock: false,
        minPrice: '1.50',
        maxPrice: '20',
      },
      orderBy: 'PRICE_DESC',
    });
    expect(isFiltered({ ...START, orderBy: 'PRICE_ASC', after: 'x' })).toBe(false);
    expect(isFiltered({ ...START, inStock: false })).toBe(true);
  });
});
