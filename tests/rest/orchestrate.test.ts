import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SubgraphError } from '../../gateway/index.ts';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createRestDoor, failure, type RestDoor } from './rest-door.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await createRestDoor({ carriesMessages: false });
});
afterAll(() => door.graph[Symbol.asyncDispose]());

const get = async (path: string, as = admin) => {
  const { status, body } = await door.ask(`GET /rest/orchestrate${path}`, { as });
  return { status, body };
};
/** Until disposed, a subgraph is down. */
const down = (name: string) =>
  door.graph.replace(name, {
    execute: () => Promise.reject(new SubgraphError(name, 'SUBGRAPH_UNAVAILABLE')),
  });

const BILLYE = {
  id: 123,
  first_name: 'Billye',
  last_name: 'Topes',
  postal_code: 'H1V 8E3',
  birth_date: '1972-07-30',
  email: 'billye.topes@example.org',
};
const CURIO = {
  id: 81,
  product: 'Curio',
  frequency: 'Pay-per-use',
  status: 'Active',
  payment: 'Visa',
  transaction_id: '5ff8efad-6878-44a9-9d98-9499fb8cbb39',
  registered_at: '2021-08-09T00:00:45.978Z',
  renews_at: null,
};
const PREFERENCES = {
  Curio: { mode: 'dark', region: 'QC', notifications: true, email: true, newsletter: false },
};

describe('the orchestrator', () => {
  it('tells a user', async () => {
    expect(await get('/user/123')).toEqual({ status: 200, body: BILLYE });
    expect(await get('/user/123', customer('123'))).toEqual({ status: 200, body: BILLYE });
  });

  it('tells a user with the subscription that is active, and none that is not', async () => {
    expect(await get('/user/subscription/123')).toEqual({
      status: 200,
      body: { user: BILLYE, subscription: CURIO },
    });
    expect(await get('/user/subscription/1')).toMatchObject({
      status: 200,
      body: { user: { first_name: 'Robby', last_name: 'Gegay' }, subscription: null },
    });
  });

  it('tells a user with the preferences by product', async () => {
    expect(await get('/user/details/123')).toEqual({
      status: 200,
      body: { user: BILLYE, subscription_status: 'Active', preferences: PREFERENCES },
    });
    expect((await get('/user/details/1')).body).toMatchObject({ subscription_status: 'Inactive' });
  });

  it('tells a subscription as it is, active or not', async () => {
    expect(await get('/subscription/user/123')).toEqual({ status: 200, body: { user_id: 123, ...CURIO } });
    expect(await get('/subscription/user/1')).toMatchObject({
      status: 200,
      body: { user_id: 1, product: 'Sports', status: 'Inactive' },
    });
  });

  it('tells preferences', async () => {
    expect(await get('/preferences/user/123')).toEqual({
      status: 200,
      body: { user_id: 123, preferences: PREFERENCES },
    });
  });
});

describe('preferences for two products of one name', () => {
  it('are both told, the later by the product’s id', async () => {
    const own = await createRestDoor({ carriesMessages: false });
    await using graph = own.graph;
    for (const [mutation, type, input] of [
      ['setPreference', 'SetPreferenceInput', { userId: '123', productId: '10', region: 'NU' }],
      ['updateProduct', 'UpdateProductInput', { id: '10', name: 'Curio' }],
    ]) {
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
      const { data } = await graph.execute(query, { viewer: admin, variables: { input } });
      expect(data).toEqual({ [mutation as string]: { userErrors: [] } });
    }
    const later = { mode: 'light', region: 'NU', notifications: false, email: false, newsletter: false };
    const preferences = { ...PREFERENCES, 10: later };
    expect(await own.ask('GET /rest/orchestrate/preferences/user/123', { as: admin })).toMatchObject({
      status: 200,
      body: { user_id: 123, preferences },
    });
  });
});

describe.each(['/user', '/user/subscription', '/user/details', '/subscription/user', '/preferences/user'])(
  '%s',
  (path) => {
    it.each([
      ['0', 404, 'NOT_FOUND'],
      ['1001', 404, 'NOT_FOUND'],
      ['00000000-0000-7000-8000-000000000000', 404, 'NOT_FOUND'],
      ['abc', 400, 'BAD_USER_INPUT'],
      ['1%20or%201=1', 400, 'BAD_USER_INPUT'],
    ])('answers the id %s with %d', async (id, status, code) => {
      expect(await get(`${path}/${id}`)).toEqual({ status, body: failure(code) });
    });

    it('shows nobody another’s', async () => {
      expect(await get(`${path}/123`, customer('7'))).toEqual({ status: 403, body: failure('FORBIDDEN') });
    });

    it('is a 503 that names the service without users', async () => {
      using _ = down('users');
      const { status, body } = await get(`${path}/123`);
      expect({ status, body }).toEqual({ status: 503, body: failure('SUBGRAPH_UNAVAILABLE') });
      expect(body.error.message).toContain('users');
    });
  },
);

describe('without preferences', () => {
  it('the user is told, and the error named', async () => {
    using _ = down('preferences');
    expect(await get('/user/details/123')).toEqual({
      status: 200,
      body: {
        user: BILLYE,
        subscription_status: 'Active',
        preferences: null,
        errors: [
          {
            code: 'SUBGRAPH_UNAVAILABLE',
            message: expect.stringContaining('preferences'),
            service: 'preferences',
          },
        ],
      },
    });
  });

  it('preferences alone are a 503', async () => {
    using _ = down('preferences');
    expect(await get('/preferences/user/123')).toEqual({
      status: 503,
      body: failure('SUBGRAPH_UNAVAILABLE'),
    });
  });
});

describe('without products', () => {
  it('preferences are told by the product’s id', async () => {
    using _ = down('products');
    expect((await get('/preferences/user/123')).body).toMatchObject({
      preferences: { 9: PREFERENCES.Curio },
      errors: [{ service: 'products' }],
    });
  });
});

describe('without subscriptions', () => {
  it('the user is told, and the error named; the subscription alone is a 503', async () => {
    using _ = down('subscriptions');
    expect(await get('/user/subscription/123')).toMatchObject({
      status: 200,
      body: { user: BILLYE, subscription: null, errors: [{ service: 'subscriptions' }] },
    });
    expect((await get('/subscription/user/123')).status).toBe(503);
  });
});
