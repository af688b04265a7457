import { expect, it } from 'vitest';
import {
  ProductCreated,
  ProductDeleted,
  ProductUpdated,
  UserDeleted,
  UserRegistered,
} from '../../../events/index.ts';
import { startOnBus } from '../../../events/testing/subgraph-on-bus.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createPreferencesSubgraph } from '../index.ts';

const GRACE = '019a0000-0000-7000-8000-000000000001';
const PODCAST = '019a0000-0000-7000-8000-000000000002';

const start = () => startOnBus(createPreferencesSubgraph);

/** Sets a preference; gives the code of what is wrong, or the product. */
async function prefer(preferences: TestSubgraph, userId: string, productId: string, viewer = admin) {
  const { data, errors } = await preferences.execute(
    `mutation ($input: SetPreferenceInput!) {
      setPreference(input: $input) { preference { product { id } } userErrors { code } }
    }`,
    { viewer, variables: { input: { userId, productId, region: 'YK' } } },
  );
  expect(errors).toBeUndefined();
  return data.setPreference.userErrors[0]?.code ?? data.setPreference.preference.product.id;
}

const countRows = async ({ database }: TestSubgraph, table: string) =>
  Number((await database.rows<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`, []))[0]?.count);

const details = { username: 'grace', email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper' };
const registered = UserRegistered.message({ id: GRACE, sequence: 1, payload: details });
const deleted = (id: string) => UserDeleted.message({ id, sequence: 2, payload: {} });
const podcast = (kind: 'SERVICE' | 'GOODS') => ({
  symbol: 'POD',
  kind,
  name: 'Podcast',
  priceMinor: 100,
  stock: null,
});

it('lets a user prefer from when they are registered until they are deleted', async () => {
  await using world = await start();
  expect(await prefer(world.subgraph, GRACE, '9')).toBe('USER_NOT_FOUND');
  await world.publish(registered);
  await world.settled();
  expect(await prefer(world.subgraph, GRACE, '9')).toBe('9');
  await world.publish(deleted(GRACE), deleted(GRACE));
  await world.settled();
  expect(await prefer(world.subgraph, GRACE, '9')).toBe('USER_NOT_FOUND');
  expect(await prefer(world.subgraph, GRACE, '9', customer(GRACE))).toBe('USER_NOT_FOUND');
  expect(await countRows(world.subgraph, 'preferences')).toBe(1_000);
});

it('deletes what a deleted user preferred, and nothing of others', async () => {
  await using world = await start();
  expect(await prefer(world.subgraph, '123', '3')).toBe('3');
  await world.publish(deleted('123'));
  await world.settled();
  const response = await world.subgraph.entities('User', [{ id: '123' }, { id: '1' }], 'preferences { id }', {
    viewer: admin,
  });
  expect(response.data._entities).toEqual([
    { preferences: [] },
    { preferences: [{ id: expect.any(String) }] },
  ]);
  expect(await countRows(world.subgraph, 'preferences')).toBe(999);
});

it('keeps a user deleted when the news of the registration comes late', async () => {
  await using world = await start();
  await world.publish(deleted(GRACE));
  await world.settled();
  await world.publish(registered);
  await world.settled();
  expect(await prefer(world.subgraph, GRACE, '9')).toBe('USER_NOT_FOUND');
});

it('knows a product while it is a service, in whatever order it hears so', async () => {
  await using world = await start();
  const steps = [
    [ProductUpdated.message({ id: PODCAST, sequence: 2, payload: podcast('SERVICE') }), PODCAST],
    [ProductCreated.message({ id: PODCAST, sequence: 1, payload: podcast('GOODS') }), PODCAST],
    [ProductUpdated.message({ id: PODCAST, sequence: 3, payload: podcast('GOODS') }), 'PRODUCT_NOT_FOUND'],
    [ProductUpdated.message({ id: PODCAST, sequence: 4, payload: podcast('SERVICE') }), PODCAST],
    [ProductDeleted.message({ id: PODCAST, sequence: 6, payload: {} }), 'PRODUCT_NOT_FOUND'],
    [ProductUpdated.message({ id: PODCAST, sequence: 5, payload: podcast('SERVICE') }), 'PRODUCT_NOT_FOUND'],
  ] as const;
  for (const [message, answer] of steps) {
    await world.publish(message);
    await world.settled();
    expect(await prefer(world.subgraph, '123', PODCAST)).toBe(answer);
  }
});

it('has copies of the users and services of the sample data, and of those at any scale', async () => {
  await using preferences = await createTestSubgraph(createPreferencesSubgraph);
  expect(await countRows(preferences, 'user_copies')).toBe(1_000);
  expect(await countRows(preferences, 'product_copies')).toBe(12);
  await preferences.subgraph.seed.atScale(preferences.database, { owners: 1_500, perOwner: 0 }, () => {});
  expect(await countRows(preferences, 'user_copies')).toBe(1_500);
});

it('fills the copies in a database from before there were any', async () => {
  await using place = await provideDatabase();
  const env = place.settings;
  const before = await createTestSubgraph(createPreferencesSubgraph, { env });
  await before.database.transaction(async (trx) => {
    for (const table of ['user_copies', 'product_copies']) await trx.schema.dropTable(table);
    await trx('schema_migrations').where({ name: '002-copies' }).delete();
  });
  await before[Symbol.asyncDispose]();
  await using after = await createTestSubgraph(createPreferencesSubgraph, { env });
  expect(await countRows(after, 'user_copies')).toBe(1_000);
  expect(await countRows(after, 'product_copies')).toBe(12);
});
