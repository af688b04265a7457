import { describe, expect, it } from 'vitest';
import { bulkInsert } from '../../../kit/database/bulk-insert.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createPreferencesSubgraph } from '../index.ts';

const AT = '2026-01-01 00:00:00.000';
const COLUMNS = [
  'id',
  'user_id',
  'product_id',
  'theme',
  'region',
  'notifications_enabled',
  'email_enabled',
  'newsletter_enabled',
  'created_at',
  'updated_at',
];

/** Sets a user's preference for products. */
const prefer = ({ database }: TestSubgraph, userId: string, productIds: readonly string[]) =>
  database.transaction((trx) =>
    bulkInsert(
      trx,
      'preferences',
      COLUMNS,
      productIds.map((product, i) => [`5000${i}`, userId, product, 'DARK', 'QC', 1, 1, 1, AT, AT]),
    ),
  );

const references = (count: number) => Array.from({ length: count }, (_, i) => ({ id: String(i + 1) }));
const PRODUCTS = 'preferences { product { id } }';

describe("a user's preferences", () => {
  it('are given to the customer, with booleans and ISO times', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const selection =
      'id preferences { id theme region notificationsEnabled emailEnabled newsletterEnabled updatedAt }';
    const response = await preferences.entities('User', [{ id: '123' }], selection, {
      viewer: customer('123'),
    });
    const curio = {
      id: '80',
      theme: 'DARK',
      region: 'QC',
      notificationsEnabled: true,
      emailEnabled: true,
      newsletterEnabled: false,
      updatedAt: '2021-08-10T07:32:43.253Z',
    };
    expect(response).toEqual({ data: { _entities: [{ id: '123', preferences: [curio] }] } });
  });

  it('stand in the order of product numbers, then of product UUIDs', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const [early, late] = ['018f0000-0000-7000-8000-000000000000', '118f0000-0000-7000-8000-000000000000'];
    await prefer(preferences, '123', ['100', late, '10', early, '2']);
    const { data } = await preferences.entities('User', [{ id: '123' }], PRODUCTS, { viewer: admin });
    const ids = data._entities[0].preferences.map(({ product }: { product: { id: string } }) => product.id);
    expect(ids).toEqual(['2', '9', '10', '100', early, late]);
  });

  it('can be asked for one product each, in one statement for all', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    await prefer(preferences, '123', ['2', '3']);
    const selection = `
      curio: preferences(productId: "9") { id }
      north: preferences(productId: "3") { product { id } }
      none: preferences(productId: "4") { id }
      all: preferences(productId: null) { product { id } }`;
    const statements = await preferences.statements(async () => {
      const { data } = await preferences.entities('User', [{ id: '123' }], selection, { viewer: admin });
      expect(data._entities[0]).toEqual({
        curio: [{ id: '80' }],
        north: [{ product: { id: '3' } }],
        none: [],
        all: [{ product: { id: '2' } }, { product: { id: '3' } }, { product: { id: '9' } }],
      });
    });
    expect(statements).toHaveLength(1);
  });

  it('are at most 100, and those beyond are found by their product', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const products = Array.from({ length: 120 }, (_, i) => String(1_001 + i));
    await prefer(preferences, '1001', products);
    const selection =
      'all: preferences { product { id } } last: preferences(productId: "1120") { product { id } }';
    const { data } = await preferences.entities('User', [{ id: '1001' }], selection, { viewer: admin });
    const [{ all, last }] = data._entities;
    expect(all).toEqual(products.slice(0, 100).map((id) => ({ product: { id } })));
    expect(last).toEqual([{ product: { id: '1120' } }]);
  });

  it('are an empty list for a user who set none', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const response = await preferences.entities('User', [{ id: '1001' }], PRODUCTS, { viewer: admin });
    expect(response).toEqual({ data: { _entities: [{ preferences: [] }] } });
  });

  it.each([1, 100])('cost one statement for %i users, each their own', async (count) => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const statements = await preferences.statements(async () => {
      const { data } = await preferences.entities(
        'User',
        references(count),
        'id preferences { user { id } }',
        { viewer: admin },
      );
      expect(data._entities).toEqual(
        references(count).map(({ id }) => ({ id, preferences: [{ user: { id } }] })),
      );
    });
    expect(statements).toHaveLength(1);
  });

  it('are refused for a malformed product', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const selection = 'id preferences(productId: "1 or 1=1") { id }';
    const response = await preferences.entities('User', [{ id: '123' }], selection, { viewer: admin });
    expect(response.data).toEqual({ _entities: [{ id: '123', preferences: null }] });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a user reference', () => {
  it("is refused for another user before any SQL, without harm to the viewer's own", async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const mixed = await preferences.entities(
      'User',
      [{ id: '1' }, { id: '123' }, { id: '1001' }],
      'preferences { id }',
      { viewer: customer('123') },
    );
    expect(mixed.data).toEqual({ _entities: [null, { preferences: [{ id: '80' }] }, null] });
    expect(errorCodes(mixed)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const statements = await preferences.statements(() =>
      preferences.entities('User', [{ id: '1' }], PRODUCTS, { viewer: customer('123') }),
    );
    expect(statements).toEqual([]);
  });

  it('is refused without a viewer, and when its id is malformed', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const anonymous = await preferences.entities('User', [{ id: '123' }], PRODUCTS);
    expect(anonymous.data).toEqual({ _entities: [null] });
    expect(errorCodes(anonymous)).toEqual(['UNAUTHENTICATED']);
    const malformed = await preferences.entities('User', [{ id: 'abc' }], PRODUCTS, { viewer: admin });
    expect(malformed.data).toEqual({ _entities: [null] });
    expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
  });
});
