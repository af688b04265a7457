import { describe, expect, it } from 'vitest';
import { bulkInsert } from '../../../kit/database/bulk-insert.ts';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import {
  admin,
  createTestSubgraph,
  customer,
  type RequestOptions,
  type TestSubgraph,
} from '../../../kit/testing/subgraph.ts';
import { createPreferencesSubgraph } from '../index.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const start = () => createTestSubgraph(createPreferencesSubgraph, { now: () => new Date(NOW) });
const BILLYE = customer('123');

const SET = `mutation ($input: SetPreferenceInput!) {
  setPreference(input: $input) {
    preference {
      id user { id } product { id } theme region notificationsEnabled emailEnabled newsletterEnabled updatedAt
    }
    userErrors { code message path }
  }
}`;

const ask = (preferences: TestSubgraph, input: object, viewer: RequestOptions['viewer'] = BILLYE) =>
  preferences.execute(SET, { viewer, variables: { input } });

const set = async (preferences: TestSubgraph, input: object, viewer: RequestOptions['viewer'] = BILLYE) => {
  const { data, errors } = await ask(preferences, input, viewer);
  expect(errors).toBeUndefined();
  return data.setPreference;
};

/** Makes known services, from 1001 on. */
const addServices = ({ database }: TestSubgraph, count: number) =>
  database.transaction((trx) =>
    bulkInsert(
      trx,
      'product_copies',
      ['id'],
      Array.from({ length: count }, (_, i) => [String(1_001 + i)]),
    ),
  );

describe('a preference that is set', () => {
  it('takes what is given, keeps the rest, and is announced whole', async () => {
    await using preferences = await start();
    const input = { userId: '123', productId: '9', theme: 'LIGHT', newsletterEnabled: true };
    const { preference, userErrors } = await set(preferences, input);
    expect(userErrors).toEqual([]);
    expect(preference).toMatchObject({
      id: '80',
      user: { id: '123' },
      product: { id: '9' },
      theme: 'LIGHT',
      region: 'QC',
      newsletterEnabled: true,
      updatedAt: NOW,
    });
    const { theme, region, notificationsEnabled, emailEnabled, newsletterEnabled } = preference;
    expect(await readOutbox(preferences.database)).toEqual([
      {
        name: 'PreferenceSet',
        subject: 'ProductPreference:80',
        sequence: 2,
        payload: {
          userId: '123',
          productId: '9',
          theme,
          region,
          notificationsEnabled,
          emailEnabled,
          newsletterEnabled,
        },
      },
    ]);
  });

  it('for the first time needs a region, and allows nothing that was not allowed', async () => {
    await using preferences = await start();
    const first = { userId: '123', productId: '3' };
    expect(await set(preferences, first)).toEqual({
      preference: null,
      userErrors: [
        { code: 'REQUIRED', message: 'The region is missing: it was not set before.', path: ['region'] },
      ],
    });
    expect(await set(preferences, { ...first, region: 'NU' })).toEqual({
      preference: {
        id: expect.any(String),
        user: { id: '123' },
        product: { id: '3' },
        theme: 'LIGHT',
        region: 'NU',
        notificationsEnabled: false,
        emailEnabled: false,
        newsletterEnabled: false,
        updatedAt: NOW,
      },
      userErrors: [],
    });
    expect(await readOutbox(preferences.database)).toMatchObject([{ name: 'PreferenceSet', sequence: 1 }]);
  });

  it('changes and announces nothing where nothing is different', async () => {
    await using preferences = await start();
    const input = { userId: '123', productId: '9', theme: 'DARK', region: 'QC' };
    const { preference } = await set(preferences, input);
    expect(preference.updatedAt).not.toBe(NOW);
    expect(await readOutbox(preferences.database)).toEqual([]);
  });

  it('is one row, where 20 set it for the first time at once', async () => {
    await using preferences = await start();
    const regions = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE'];
    // No two the same, so that each changes something, whichever comes before it.
    const wishes = regions.flatMap((region) => [
      { region, theme: 'DARK' },
      { region, theme: 'LIGHT' },
    ]);
    const payloads = await Promise.all(
      wishes.map((wish) => set(preferences, { userId: '123', productId: '3', ...wish })),
    );
    expect(new Set(payloads.map(({ preference }) => preference.id)).size).toBe(1);
    const sequences = (await readOutbox(preferences.database)).map(({ sequence }) => sequence);
    expect(sequences.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('is one of 100 at most, also where 20 are set at once', async () => {
    await using preferences = await start();
    await addServices(preferences, 120);
    const one = (i: number) =>
      set(preferences, { userId: '123', productId: String(1_001 + i), region: 'ON' });
    // The sample data has one.
    for (let i = 0; i < 94; i++) expect((await one(i)).userErrors).toEqual([]);
    const payloads = await Promise.all(Array.from({ length: 20 }, (_, i) => one(94 + i)));
    expect(payloads.filter(({ preference }) => preference)).toHaveLength(5);
    expect(payloads.filter(({ preference }) => !preference)).toEqual(
      Array(15).fill({
        preference: null,
        userErrors: [
          {
            code: 'TOO_MANY_PREFERENCES',
            message: 'A user can have 100 preferences at most.',
            path: ['productId'],
          },
        ],
      }),
    );
    expect((await set(preferences, { userId: '123', productId: '9', theme: 'LIGHT' })).userErrors).toEqual(
      [],
    );
  });

  it.each([
    ['a user who is unknown', { userId: '1001' }, 'USER_NOT_FOUND', 'userId'],
    ['a product that is unknown', { productId: '9999' }, 'PRODUCT_NOT_FOUND', 'productId'],
    ['goods', { productId: '13' }, 'PRODUCT_NOT_FOUND', 'productId'],
    ['no theme', { theme: null }, 'REQUIRED', 'theme'],
    ['no region', { region: null }, 'REQUIRED', 'region'],
    ['no consent or refusal', { emailEnabled: null }, 'REQUIRED', 'emailEnabled'],
  ])('is refused for %s', async (_, change, code, field) => {
    await using preferences = await start();
    const input = { userId: '123', productId: '9', region: 'ON', ...change };
    expect(await set(preferences, input, admin)).toEqual({
      preference: null,
      userErrors: [{ code, message: expect.any(String), path: [field] }],
    });
    expect(await readOutbox(preferences.database)).toEqual([]);
  });

  it('is refused for another user before any lookup', async () => {
    await using preferences = await start();
    const statements = await preferences.statements(async () => {
      for (const userId of ['1', '1001']) {
        const response = await ask(preferences, { userId, productId: '9', theme: 'DARK' });
        expect(response.data).toEqual({ setPreference: null });
        expect(errorCodes(response)).toEqual(['FORBIDDEN']);
      }
      const anonymous = await ask(preferences, { userId: '123', productId: '9' }, null);
      expect(errorCodes(anonymous)).toEqual(['UNAUTHENTICATED']);
    });
    expect(statements).toEqual([]);
  });

  it.each([{ userId: '1 or 1=1' }, { productId: 'abc' }, { region: 'XX' }, { emailEnabled: 'yes' }])(
    'is refused for the malformed %j',
    async (change) => {
      await using preferences = await start();
      const response = await ask(preferences, { userId: '123', productId: '9', ...change }, admin);
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
      expect(await readOutbox(preferences.database)).toEqual([]);
    },
  );
});
