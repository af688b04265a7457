import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createProductsSubgraph } from '../index.ts';
import { KETTLE, mutate } from './documents.ts';

let products: TestSubgraph;
beforeEach(async () => {
  products = await createTestSubgraph(createProductsSubgraph);
});
afterEach(() => products[Symbol.asyncDispose]());

const create = (changes: object = {}) => mutate(products, 'createProduct', { ...KETTLE, ...changes }, admin);
const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => [code, ...path]);

/** All that a refused write must leave as it was. */
const readEverything = async () => [
  await products.database.rows('SELECT * FROM products ORDER BY id', []),
  await products.database.rows('SELECT * FROM idempotency_keys', []),
  await readOutbox(products.database),
];

describe('a product that is added', () => {
  it('is in the catalogue, and told to the others', async () => {
    const { product, userErrors } = await create();
    expect(userErrors).toEqual([]);
    const { data } = await products.execute(`{ productBySymbol(symbol: "KTL") { id name stock version } }`);
    expect(data.productBySymbol).toEqual({ id: product.id, name: 'Kettle', stock: 5, version: 1 });
    expect(await readOutbox(products.database)).toEqual([
      {
        name: 'ProductCreated',
        subject: `Product:${product.id}`,
        sequence: 1,
        payload: { symbol: 'KTL', kind: 'GOODS', name: 'Kettle', priceMinor: 3990, stock: 5 },
      },
    ]);
  });

  it('may have as many characters as its fields take, whatever their units in UTF-16', async () => {
    const long = { name: '🎉'.repeat(200), description: '𠮷'.repeat(2_000), idempotencyKey: '🔑'.repeat(64) };
    const { product, userErrors } = await create(long);
    expect([product?.name, userErrors]).toEqual([long.name, []]);
  });

  it('is added once for an idempotency key, also when repetitions come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => create({ idempotencyKey: 'k' })));
    expect(new Set(answers.map(({ product }) => product.id)).size).toBe(1);
    expect(await readOutbox(products.database)).toHaveLength(1);
    expect(codes(await create({ name: 'Other', idempotencyKey: 'k' }))).toEqual([
      ['IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'],
    ]);
  });

  it('has the id that was chosen; none is given twice, also after its product is gone', async () => {
    const { product } = await create({ id: '5001' });
    expect(product.id).toBe('5001');
    const taken = async (id: string) => codes(await create({ id, symbol: 'POT' }));
    expect(await taken('5001')).toEqual([['ID_TAKEN', 'id']]);
    expect(await taken('26')).toEqual([['ID_TAKEN', 'id']]);
    await mutate(products, 'deleteProduct', { id: '5001' }, admin);
    await mutate(products, 'deleteProduct', { id: '26' }, admin);
    expect(await taken('5001')).toEqual([['ID_TAKEN', 'id']]);
    expect(await taken('26')).toEqual([['ID_TAKEN', 'id']]);
    expect(errorCodes(await create({ id: 'abc' }))).toEqual(['BAD_USER_INPUT']);
  });

  it('is drawn a symbol where none is said', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create({ symbol: undefined })));
    const symbols = answers.map(({ product }) => product.symbol);
    expect(new Set(symbols).size).toBe(5);
    for (const symbol of symbols) expect(symbol).toMatch(/^[A-Z0-9]{3}$/);
  });

  it.each([
    ['an empty name', { name: '  ' }, [['REQUIRED', 'name']]],
    ['a name that is too long', { name: 'x'.repeat(201) }, [['TOO_LONG', 'name']]],
    ['a name of too many emoji', { name: '🎉'.repeat(201) }, [['TOO_LONG', 'name']]],
    ['a name with control characters', { name: 'Ket\u0000tle' }, [['INVALID_FORMAT', 'name']]],
    ['a description that is too long', { description: 'x'.repeat(2001) }, [['TOO_LONG', 'description']]],
    ['an empty symbol', { symbol: '' }, [['REQUIRED', 'symbol']]],
    ['a symbol of four letters', { symbol: 'KETT' }, [['INVALID_FORMAT', 'symbol']]],
    ['a symbol that is taken', { symbol: 'cur' }, [['SYMBOL_TAKEN', 'symbol']]],
    ['a price with three decimals', { price: '12.345' }, [['INVALID_FORMAT', 'price']]],
    ['a negative price', { price: '-1' }, [['OUT_OF_RANGE', 'price']]],
    ['a price above a million', { price: '1000000.01' }, [['OUT_OF_RANGE', 'price']]],
    ['a negative stock', { stock: -1 }, [['OUT_OF_RANGE', 'stock']]],
    ['a stock beyond all shelves', { stock: 1_000_000_001 }, [['OUT_OF_RANGE', 'stock']]],
    ['an address that is none', { imageUrl: 'kettle.jpg' }, [['INVALID_FORMAT', 'imageUrl']]],
    ['an address that runs code', { imageUrl: 'javascript:alert(1)' }, [['INVALID_FORMAT', 'imageUrl']]],
    ['an empty idempotency key', { idempotencyKey: '' }, [['IDEMPOTENCY_KEY_INVALID', 'idempotencyKey']]],
    [
      'everything that is wrong at once',
      { symbol: '?', name: '', price: '0.001', stock: -5 },
      [
        ['INVALID_FORMAT', 'symbol'],
        ['REQUIRED', 'name'],
        ['INVALID_FORMAT', 'price'],
        ['OUT_OF_RANGE', 'stock'],
      ],
    ],
  ])('is refused with %s, and leaves nothing', async (_, changes, expected) => {
    const before = await readEverything();
    const { product, ...refused } = await create(changes);
    expect([product, codes(refused)]).toEqual([null, expected]);
    expect(await readEverything()).toEqual(before);
  });
});

describe('a change of a product', () => {
  const update = (input: object) => mutate(products, 'updateProduct', { id: '26', ...input }, admin);

  it('changes what is given alone, and counts', async () => {
    const { product: before } = await update({});
    expect(before.version).toBe(1);
    const { product } = await update({ price: '1.5', version: 1 });
    expect(product).toEqual({ ...before, price: { amount: '1.50' }, version: 2 });
    expect(await readOutbox(products.database)).toMatchObject([
      { name: 'ProductUpdated', subject: 'Product:26', sequence: 2, payload: { priceMinor: 150 } },
    ]);
  });

  it('takes the stock along, as one change', async () => {
    const { product } = await update({ price: '1.5', stock: 3 });
    expect(product).toMatchObject({ price: { amount: '1.50' }, stock: 3, version: 2 });
    expect(await readOutbox(products.database)).toMatchObject([
      { name: 'ProductUpdated', sequence: 2, payload: { priceMinor: 150, stock: 3 } },
    ]);
    // A client may send null for all that is left empty.
    expect((await update({ name: 'Pot', stock: null })).product).toMatchObject({ name: 'Pot', stock: 3 });
    expect((await update({ name: 'Pan' })).product).toMatchObject({ name: 'Pan', stock: 3 });
  });

  it.each([
    ['the stock', { name: 'Pot', stock: -1 }, [['OUT_OF_RANGE', 'stock']]],
    ['the price', { price: '1.005', stock: 3 }, [['INVALID_FORMAT', 'price']]],
    ['the symbol', { symbol: 'CUR', stock: 3 }, [['SYMBOL_TAKEN', 'symbol']]],
    [
      'both',
      { price: '-1', stock: 1_000_000_001 },
      [
        ['OUT_OF_RANGE', 'price'],
        ['OUT_OF_RANGE', 'stock'],
      ],
    ],
  ])('changes nothing where %s cannot be as it is given', async (_, input, expected) => {
    const before = await readEverything();
    expect(codes(await update(input))).toEqual(expected);
    expect(await readEverything()).toEqual(before);
  });

  it('tells of nothing when all is as it was', async () => {
    await update({ price: '1.5' });
    await update({ price: '1.50' });
    expect(await readOutbox(products.database)).toHaveLength(1);
  });

  it('is refused to the second of two who read the same version', async () => {
    const [one, two] = await Promise.all([
      update({ name: 'One', version: 1 }),
      update({ name: 'Two', version: 1 }),
    ]);
    expect([...codes(one), ...codes(two)]).toEqual([['CONFLICT', 'version']]);
  });

  it('is not in the way of likes', async () => {
    await mutate(products, 'likeProduct', { productId: '26' }, customer('7'));
    expect((await update({ name: 'Liked', version: 1 })).userErrors).toEqual([]);
  });

  it('is refused for an unknown product, a taken symbol and a missing name', async () => {
    expect(codes(await update({ id: '0' }))).toEqual([['PRODUCT_NOT_FOUND', 'id']]);
    expect(codes(await update({ symbol: 'CUR' }))).toEqual([['SYMBOL_TAKEN', 'symbol']]);
    expect(codes(await update({ name: null }))).toEqual([['REQUIRED', 'name']]);
    expect(await readOutbox(products.database)).toEqual([]);
  });
});

describe('restocking', () => {
  const restock = (input: object) => mutate(products, 'restockProduct', input, admin);

  it('adds, takes off and sets', async () => {
    const { product } = await create();
    const { id } = product;
    expect((await restock({ id, add: 10 })).product.stock).toBe(15);
    expect((await restock({ id, add: -15 })).product.stock).toBe(0);
    expect((await restock({ id, stock: null })).product.stock).toBeNull();
    expect((await restock({ id, stock: 7 })).product).toMatchObject({ stock: 7, version: 5 });
  });

  it('takes null for what is left out where the other one is given', async () => {
    const { id } = (await create()).product;
    expect((await restock({ id, add: 5, stock: null })).product.stock).toBe(10);
    expect((await restock({ id, add: null, stock: 7 })).product.stock).toBe(7);
  });

  it('adds once for an idempotency key', async () => {
    const { id } = (await create()).product;
    await Promise.all([1, 2, 3].map(() => restock({ id, add: 10, idempotencyKey: 'k' })));
    expect((await restock({ id, add: 0 })).product.stock).toBe(15);
  });

  it.each([
    ['more taken off than there is', { add: -6 }, ['INSUFFICIENT_STOCK', 'add']],
    ['more than any shelf holds', { add: 1_000_000_000 }, ['OUT_OF_RANGE', 'add']],
    ['neither', {}, ['REQUIRED', 'add']],
    ['null for both', { add: null, stock: null }, ['REQUIRED', 'add']],
    ['both', { add: 1, stock: 1 }, ['REQUIRED', 'add']],
    ['an old version', { add: 1, version: 9 }, ['CONFLICT', 'version']],
  ])('refuses %s', async (_, input, expected) => {
    const { id } = (await create()).product;
    expect(codes(await restock({ id, ...input }))).toEqual([expected]);
    expect((await restock({ id, add: 0 })).product).toMatchObject({ stock: 5, version: 1 });
  });

  it('refuses to add to what has no limit', async () => {
    expect(codes(await restock({ id: '9', add: 1 }))).toEqual([['OUT_OF_RANGE', 'add']]);
  });
});

describe('a product that is deleted', () => {
  it('is gone with its likes, and told to the others', async () => {
    expect((await mutate(products, 'deleteProduct', { id: '2' }, admin)).productId).toBe('2');
    expect(await products.database.rows("SELECT * FROM likes WHERE product_id = '2'", [])).toEqual([]);
    expect(await readOutbox(products.database)).toEqual([
      { name: 'ProductDeleted', subject: 'Product:2', sequence: 2, payload: {} },
    ]);
    expect(codes(await mutate(products, 'deleteProduct', { id: '2' }, admin))).toEqual([
      ['PRODUCT_NOT_FOUND', 'id'],
    ]);
  });
});

describe('the catalogue', () => {
  it.each([
    ['createProduct', KETTLE],
    ['updateProduct', { id: '1' }],
    ['deleteProduct', { id: '1' }],
    ['restockProduct', { id: '1', add: 1 }],
  ] as const)('refuses %s to all but admins', async (mutation, input) => {
    expect(errorCodes(await mutate(products, mutation, input, customer('123')))).toEqual(['FORBIDDEN']);
    expect(errorCodes(await mutate(products, mutation, input))).toEqual(['UNAUTHENTICATED']);
  });
});
