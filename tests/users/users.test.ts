import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../kit/testing/response.ts';
import { admin, customer, type RequestOptions } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const EVENTUALLY = { timeout: 10_000 };

/** Sends one of our clients' mutations; gives its payload. */
async function send(operation: string, input: object, viewer: RequestOptions['viewer'] = null) {
  const query = readFileSync(`operations/${operation}.graphql`, 'utf8');
  const { data, errors } = await graph.execute(query, { viewer, variables: { input } });
  expect(errors).toBeUndefined();
  return Object.values<{ userErrors: unknown[] } & Record<string, { id: string }>>(data)[0];
}

async function register(username: string): Promise<string> {
  const payload = await send('register-user', {
    username,
    email: `${username}@example.com`,
    password: 'analytical engine',
    firstName: 'Ada',
    lastName: 'Lovelace',
  });
  expect(payload?.userErrors).toEqual([]);
  return payload?.user?.id ?? '';
}

/** What the domains beside users keep of a user. */
async function kept(id: string): Promise<unknown> {
  const { data } = await graph.execute('query ($id: ID!) { user(id: $id) { id } }', {
    viewer: admin,
    variables: { id },
  });
  const [subscriptions, preferences] = await Promise.all(
    ['subscriptions', 'preferences'].map(async (name) => {
      const database = await graph.database(name);
      return (await database.rows(`SELECT id FROM ${name} WHERE user_id = ?`, [id])).length;
    }),
  );
  return { user: data.user, subscriptions, preferences };
}

describe('a customer', () => {
  it('registers, subscribes and sets a preference at once, and is seen whole', async () => {
    const id = await register('ada');
    const self = customer(id);
    const subscribed = await send(
      'create-subscription',
      { userId: id, productId: '9', billing: 'MONTHLY', paymentMethod: 'VISA' },
      self,
    );
    expect(subscribed?.userErrors).toEqual([]);
    const preferred = await send('set-preference', { userId: id, productId: '9', region: 'QC' }, self);
    expect(preferred?.userErrors).toEqual([]);
    const { data, errors } = await graph.execute(
      `{ me {
        firstName subscriptionStatus subscription { product { name } billing }
        preferences { product { name } theme region }
      } }`,
      { viewer: self },
    );
    expect(errors).toBeUndefined();
    expect(data.me).toEqual({
      firstName: 'Ada',
      subscriptionStatus: 'ACTIVE',
      subscription: { product: { name: 'Curio' }, billing: 'MONTHLY' },
      preferences: [{ product: { name: 'Curio' }, theme: 'LIGHT', region: 'QC' }],
    });
  });

  it('can be subscribed by an admin soon after they registered', async () => {
    const userId = await register('grace');
    const input = { userId, productId: '9', billing: 'ANNUAL', paymentMethod: 'DEBIT' };
    await expect
      .poll(async () => (await send('create-subscription', input, admin))?.userErrors, EVENTUALLY)
      .toEqual([]);
  });

  it('who is deleted is gone from every domain, and can do nothing more', async () => {
    expect(await kept('123')).toEqual({ user: { id: '123' }, subscriptions: 1, preferences: 1 });
    expect(await send('delete-user', { id: '123' }, customer('123'))).toEqual({
      userId: '123',
      userErrors: [],
    });
    await expect
      .poll(() => kept('123'), EVENTUALLY)
      .toEqual({ user: null, subscriptions: 0, preferences: 0 });
    const subscribed = await send(
      'create-subscription',
      { userId: '123', productId: '9', billing: 'MONTHLY', paymentMethod: 'VISA' },
      customer('123'),
    );
    expect(subscribed?.userErrors).toMatchObject([{ code: 'USER_NOT_FOUND' }]);
    const preferred = await send(
      'set-preference',
      { userId: '123', productId: '9', region: 'QC' },
      customer('123'),
    );
    expect(preferred?.userErrors).toMatchObject([{ code: 'USER_NOT_FOUND' }]);
    const { data } = await graph.execute('{ me { id } }', { viewer: customer('123') });
    expect(data.me).toBeNull();
  });

  it('who is deleted right after they subscribed leaves nothing either', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await register(`brief${i}`));
    await Promise.all(
      ids.map(async (id) => {
        const input = { userId: id, productId: '3', billing: 'ANNUAL', paymentMethod: 'VISA' };
        await Promise.all([
          send('create-subscription', input, customer(id)),
          send('set-preference', { userId: id, productId: '3', region: 'NU' }, customer(id)),
          send('delete-user', { id }, customer(id)),
        ]);
      }),
    );
    for (const id of ids) {
      await expect.poll(() => kept(id), EVENTUALLY).toEqual({ user: null, subscriptions: 0, preferences: 0 });
    }
  });
});

describe('the copies of users and services', () => {
  it('are those of the domains that own them, in the sample data', async () => {
    await using fresh = await createTestGraph({ carriesMessages: false });
    const ids = async (subgraph: string, sql: string) => {
      const rows = await (await fresh.database(subgraph)).rows<{ id: string }>(sql, []);
      return rows.map(({ id }) => id);
    };
    const users = await ids('users', 'SELECT id FROM users ORDER BY id');
    const services = await ids('products', "SELECT id FROM products WHERE kind = 'SERVICE' ORDER BY id");
    expect(users).toHaveLength(1_000);
    for (const subgraph of ['subscriptions', 'preferences']) {
      expect(await ids(subgraph, 'SELECT id FROM user_copies ORDER BY id')).toEqual(users);
      expect(await ids(subgraph, 'SELECT id FROM product_copies ORDER BY id')).toEqual(services);
    }
  });
});

describe('the gateway', () => {
  it.each([
    ['update-user', { id: '1', firstName: 'Rob' }],
    ['change-password', { id: '1', newPassword: 'a better one' }],
    ['delete-user', { id: '1' }],
    ['create-subscription', { userId: '1', productId: '9', billing: 'ANNUAL', paymentMethod: 'VISA' }],
    ['change-subscription', { id: '23', billing: 'ANNUAL' }],
    ['renew-subscription', { id: '23' }],
    ['cancel-subscription', { id: '23' }],
    ['set-preference', { userId: '1', productId: '9', theme: 'DARK' }],
  ])('lets nobody %s who is not signed in, or for another', async (operation, input) => {
    const query = readFileSync(`operations/${operation}.graphql`, 'utf8');
    const anonymous = await graph.execute(query, { variables: { input } });
    expect(Object.values(anonymous.data)).toEqual([null]);
    expect(errorCodes(anonymous)).toEqual(['UNAUTHENTICATED']);
    const stranger = await graph.execute(query, { viewer: customer('7'), variables: { input } });
    expect(Object.values(stranger.data)).toEqual([null]);
    expect(errorCodes(stranger)).toEqual(['FORBIDDEN']);
  });
});
