import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createPreferencesSubgraph } from '../index.ts';

const SELECTION =
  'id user { id } product { id } theme region notificationsEnabled emailEnabled newsletterEnabled updatedAt';
const ONE = `query ($id: ID!) { productPreference(id: $id) { ${SELECTION} } }`;

const CURIO = {
  id: '80',
  user: { id: '123' },
  product: { id: '9' },
  theme: 'DARK',
  region: 'QC',
  notificationsEnabled: true,
  emailEnabled: true,
  newsletterEnabled: false,
  updatedAt: '2021-08-10T07:32:43.253Z',
};

const SPORTS = {
  id: '22',
  user: { id: '1' },
  product: { id: '2' },
  theme: 'LIGHT',
  region: 'ON',
  notificationsEnabled: false,
  emailEnabled: true,
  newsletterEnabled: false,
  updatedAt: '2021-04-10T05:41:06.554Z',
};

describe('a preference by id', () => {
  it.each([CURIO, SPORTS])('is the known row $id', async (known) => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    expect(await preferences.execute(ONE, { viewer: admin, variables: { id: known.id } })).toEqual({
      data: { productPreference: known },
    });
  });

  it('is given to the customer whose it is', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const response = await preferences.execute(ONE, { viewer: customer('123'), variables: { id: '80' } });
    expect(response).toEqual({ data: { productPreference: CURIO } });
  });

  it('is refused to another customer as if there were none', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const [anothers, unknown] = await Promise.all(
      ['22', '1001'].map((id) => preferences.execute(ONE, { viewer: customer('123'), variables: { id } })),
    );
    expect(anothers).toEqual(unknown);
    expect(anothers).toMatchObject({ data: { productPreference: null } });
    expect(errorCodes(anothers ?? {})).toEqual(['FORBIDDEN']);
  });

  it('is refused without a viewer', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const response = await preferences.execute(ONE, { variables: { id: '80' } });
    expect(response.data).toEqual({ productPreference: null });
    expect(errorCodes(response)).toEqual(['UNAUTHENTICATED']);
  });

  it.each(['0', '1001', '00000000-0000-7000-8000-000000000000'])(
    'is null for an admin where the id %s is unknown',
    async (id) => {
      await using preferences = await createTestSubgraph(createPreferencesSubgraph);
      const response = await preferences.execute(ONE, { viewer: admin, variables: { id } });
      expect(response).toEqual({ data: { productPreference: null } });
    },
  );

  it.each(['1 or 1=1', 'abc', '', '-1', '1.5', "1' --", 'x'.repeat(10_000)])(
    'is refused before any SQL for the malformed id %.20s',
    async (id) => {
      await using preferences = await createTestSubgraph(createPreferencesSubgraph);
      const statements = await preferences.statements(async () => {
        const response = await preferences.execute(ONE, { viewer: admin, variables: { id } });
        expect(response.data).toEqual({ productPreference: null });
        expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
      });
      expect(statements).toEqual([]);
    },
  );
});

describe('a preference reference', () => {
  it.each([1, 100])('costs one statement for %i of them', async (count) => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const ids = Array.from({ length: count }, (_, i) => String(i + 1));
    const statements = await preferences.statements(async () => {
      const { data } = await preferences.entities(
        'ProductPreference',
        ids.map((id) => ({ id })),
        'id theme',
        { viewer: admin },
      );
      expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(ids);
    });
    expect(statements).toHaveLength(1);
  });

  it('follows the rule of a preference by id', async () => {
    await using preferences = await createTestSubgraph(createPreferencesSubgraph);
    const wanted = [{ id: '80' }, { id: '22' }, { id: '1001' }];
    const own = await preferences.entities('ProductPreference', wanted, 'id', { viewer: customer('123') });
    expect(own.data).toEqual({ _entities: [{ id: '80' }, null, null] });
    expect(errorCodes(own)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const all = await preferences.entities('ProductPreference', wanted, 'id', { viewer: admin });
    expect(all).toEqual({ data: { _entities: [{ id: '80' }, { id: '22' }, null] } });
  });
});
