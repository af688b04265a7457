import { describe, expect, it } from 'vitest';
import {
  changesOf,
  creationOf,
  differences,
  EMPTY,
  faultsOf,
  mergeMine,
  placeErrors,
  restockingOf,
  type Values,
  valuesOf,
} from './product-form.ts';

const KETTLE: Values = {
  symbol: 'KTL',
  kind: 'GOODS',
  name: 'Kettle',
  description: 'It boils.',
  imageUrl: 'https://images.example.com/kettle.jpg',
  price: '39.90',
};
const keep = { how: 'keep', amount: '' } as const;

describe('the form of a product', () => {
  it('shows a product without a picture with an empty address', () => {
    const price = { amount: '39.90', currencyCode: 'CAD' };
    const product = {
      ...KETTLE,
      id: '7',
      kind: 'GOODS',
      imageUrl: null,
      price,
      stock: 3,
      version: 1,
    } as const;
    expect(valuesOf({ ...product, updatedAt: '2026-01-01T00:00:00Z' })).toEqual({ ...KETTLE, imageUrl: '' });
  });

  it('sends what changed alone, and an emptied address as none', () => {
    expect(changesOf(KETTLE, KETTLE)).toEqual({});
    expect(changesOf({ ...KETTLE, price: '40', description: '', imageUrl: '' }, KETTLE)).toEqual({
      price: '40',
      description: '',
      imageUrl: null,
    });
  });

  it('adds a product with a limited stock, or without limit', () => {
    expect(creationOf({ ...KETTLE, imageUrl: '' }, { how: 'set', amount: '5' })).toEqual({
      ...KETTLE,
      imageUrl: null,
      stock: 5,
    });
    expect(creationOf({ ...KETTLE, symbol: '' }, { how: 'unlimited', amount: '' })).toMatchObject({
      symbol: null,
    });
    expect(creationOf(KETTLE, { how: 'unlimited', amount: '5' })).toMatchObject({ stock: null });
  });

  it('changes the stock by adding, by setting, or not at all', () => {
    expect(restockingOf(keep)).toBeNull();
    expect(restockingOf({ how: 'add', amount: '-3' })).toEqual({ add: -3 });
    expect(restockingOf({ how: 'set', amount: '0' })).toEqual({ stock: 0 });
    expect(restockingOf({ how: 'unlimited', amount: '' })).toEqual({ stock: null });
  });

  it('tells numbers that are none, before the graph is asked', () => {
    expect([...faultsOf(KETTLE, keep).keys()]).toEqual([]);
    expect([...faultsOf({ ...KETTLE, price: '-1' }, keep).keys()]).toEqual([]);
    expect([...faultsOf({ ...KETTLE, price: '12,50' }, { how: 'add', amount: '1.5' }).keys()]).toEqual([
      'price',
      'stock',
    ]);
    expect([...faultsOf(EMPTY, { how: 'set', amount: '' }).keys()]).toEqual(['price', 'stock']);
    expect([...faultsOf(KETTLE, { how: 'unlimited', amount: 'x' }).keys()]).toEqual([]);
  });

  it('puts user errors beside their fields, and those about none apart', () => {
    const twice = {
      code: 'IDEMPOTENCY_KEY_REUSED',
      message: 'Take a new key.',
      path: ['idempotencyKey'],
    } as const;
    const { byField, rest } = placeErrors([
      { code: 'SYMBOL_TAKEN', message: 'Another product has it.', path: ['symbol'] },
      { code: 'REQUIRED', message: 'Give a name.', path: ['name'] },
      { code: 'TOO_LONG', message: 'Shorten it.', path: ['name'] },
      { code: 'INSUFFICIENT_STOCK', message: 'Only 2 are in stock.', path: ['add'] },
      twice,
    ]);
    expect(Object.fromEntries(byField)).toEqual({
      symbol: 'Another product has it.',
      name: 'Give a name. Shorten it.',
      stock: 'Only 2 are in stock.',
    });
    expect(rest).toEqual([twice]);
  });
});

describe('two people who change one product', () => {
  const mine = { ...KETTLE, name: 'Tea kettle', price: '45' };
  const theirs = { ...KETTLE, price: '50', description: 'It whistles.' };

  it('are told where they differ, and where one would undo the other', () => {
    expect(differences(KETTLE, mine, theirs)).toEqual([
      { field: 'description', mine: 'It boils.', theirs: 'It whistles.', clashes: false },
      { field: 'price', mine: '45', theirs: '50', clashes: true },
    ]);
  });

  it('do not differ where they made the same of it', () => {
    expect(differences(KETTLE, { ...KETTLE, price: '50' }, { ...KETTLE, price: '50' })).toEqual([]);
  });

  it('may put one’s changes on top of the other’s', () => {
    expect(mergeMine(KETTLE, mine, theirs)).toEqual({ ...mine, description: 'It whistles.' });
  });
});
