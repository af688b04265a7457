import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../kit/testing/response.ts';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

const CUSTOMER = readFileSync('operations/customer.graphql', 'utf8');

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('one query', () => {
  it('gives a customer with subscription, preferences, likes, orders and what they ordered', async () => {
    const { data, errors } = await graph.execute(CUSTOMER, { viewer: customer('123') });
    expect(errors).toBeUndefined();
    expect(data.user).toMatchObject({
      id: '123',
      firstName: 'Billye',
      lastName: 'Topes',
      subscriptionStatus: 'ACTIVE',
      subscription: {
        product: { name: 'Curio' },
        billing: 'PAY_PER_USE',
        paymentMethod: 'VISA',
        renewsAt: null,
      },
      preferences: [{ product: { name: 'Curio' }, theme: 'DARK', region: 'QC', newsletterEnabled: false }],
    });
    expect(
      data.user.likedProducts.edges.map((edge: { node: { name: string } }) => edge.node.name),
    ).toHaveLength(5);
    expect(data.user.orders.edges[0].node).toMatchObject({
      id: '4418',
      status: 'CONFIRMED',
      executionPrice: { amount: '143.93', currencyCode: 'CAD' },
      lines: [
        { quantity: 1, product: { name: 'Fountain Pen' } },
        { quantity: 2, product: { name: 'Amber Maple Syrup 540 ml' } },
        { quantity: 4, product: { name: 'Sketchbook A5' } },
      ],
    });
    expect(data.user.orders.edges[0].node.lines[0].product.unitsSold).toBeGreaterThan(0);
  });

  it('tells a cancelled subscription from an active one', async () => {
    const query = '{ user(id: 1) { firstName lastName subscription { id } subscriptionStatus } }';
    expect(await graph.execute(query, { viewer: admin })).toEqual({
      data: {
        user: { firstName: 'Robby', lastName: 'Gegay', subscription: null, subscriptionStatus: 'INACTIVE' },
      },
    });
  });

  it('gives `me` to a customer, and nobody else', async () => {
    const { data } = await graph.execute(
      '{ me { id orders(first: 1) { edges { node { user { id } } } } } }',
      {
        viewer: customer('123'),
      },
    );
    expect(data.me).toEqual({ id: '123', orders: { edges: [{ node: { user: { id: '123' } } }] } });
  });

  it('shows the catalogue to everyone', async () => {
    const { data, errors } = await graph.execute(
      '{ products(first: 3, orderBy: LIKE_COUNT_DESC) { edges { node { name unitsSold } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.products.edges[0].node.name).toBe('Curio');
  });
});

describe('a customer who asks for another’s data', () => {
  const ask = (id: string) => graph.execute(CUSTOMER, { viewer: customer('123'), variables: { id } });

  it('is refused', async () => {
    const { data, errors } = await ask('1');
    expect(data).toEqual({ user: null });
    expect(errors).toMatchObject([{ path: ['user'], extensions: { code: 'FORBIDDEN', service: 'users' } }]);
  });

  it('is not told whether it exists', async () => {
    expect(await ask('1')).toEqual(await ask('1001'));
    const order = (id: string) =>
      graph.execute('query ($id: ID!) { order(id: $id) { id } }', {
        viewer: customer('123'),
        variables: { id },
      });
    expect(await order('1')).toEqual(await order('999999'));
    expect(errorCodes(await order('1'))).toEqual(['FORBIDDEN']);
  });

  it('cannot list users, orders or metrics', async () => {
    const query =
      '{ users { edges { cursor } } orders { edges { cursor } } orderMetrics { total } customerSubscriptions { edges { cursor } } }';
    const response = await graph.execute(query, { viewer: customer('123') });
    expect(response.data).toEqual({
      users: null,
      orders: null,
      orderMetrics: null,
      customerSubscriptions: null,
    });
    expect(errorCodes(response)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('sign-in', () => {
  const signIn = (login: string, password: string) =>
    graph.execute(readFileSync('operations/sign-in.graphql', 'utf8'), {
      variables: { input: { login, password } },
    });

  it('takes a username or an address in any case', async () => {
    for (const login of ['billye.topes', 'Billye.Topes@Example.org']) {
      const { data } = await signIn(login, 'tessera-demo');
      expect(data.signIn).toMatchObject({ user: { id: '123' }, userErrors: [] });
      expect(data.signIn.token.split('.')).toHaveLength(3);
    }
  });

  it.each([
    ['billye.topes', 'wrong'],
    ['nobody', 'tessera-demo'],
    ['2', 'tessera-demo'],
    ["' or 1=1 --", 'x'],
    ['x'.repeat(10_000), 'x'],
  ])('refuses %.20s in one wording', async (login, password) => {
    expect((await signIn(login, password)).data.signIn).toEqual({
      token: null,
      expiresAt: null,
      user: null,
      userErrors: [
        { code: 'INVALID_CREDENTIALS', message: 'The login or the password is wrong.', path: ['login'] },
      ],
    });
  });
});
