import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';
import { insertPast } from './past-subscriptions.ts';

interface Node {
  readonly id: string;
  readonly registeredAt: string;
}

const LIST = `query ($first: Int, $after: String, $filter: CustomerSubscriptionFilter, $orderBy: CustomerSubscriptionOrder) {
  customerSubscriptions(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges { cursor node { id registeredAt } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

/** Reads a list to its end. */
async function readAll(subscriptions: TestSubgraph, variables: object): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data, errors } = await subscriptions.execute(LIST, {
      viewer: admin,
      variables: { first: 100, ...variables, after },
    });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data.customerSubscriptions;
    nodes.push(...edges.map(({ node }: { node: Node }) => node));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return nodes;
}

const forge = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('the list of all subscriptions', () => {
  it.each([
    ['active', { status: 'ACTIVE' }, 515],
    ['inactive', { status: 'INACTIVE' }, 485],
    ['annual', { billing: 'ANNUAL' }, 360],
    ['monthly', { billing: 'MONTHLY' }, 308],
    ['pay-per-use', { billing: 'PAY_PER_USE' }, 332],
    ['Curio', { productId: '9' }, 82],
    ['all, with conditions that are null,', { status: null, billing: null, productId: null }, 1000],
  ])('has the %s ones %j: %i', async (_, filter, count) => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const nodes = await readAll(subscriptions, { filter });
    expect(nodes).toHaveLength(count);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(count);
  });

  it('has those for which all conditions hold', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const filter = { status: 'ACTIVE', billing: 'PAY_PER_USE', productId: '9' };
    const [both, rest] = await Promise.all([
      readAll(subscriptions, { filter }),
      readAll(subscriptions, { filter: { ...filter, status: 'INACTIVE' } }),
    ]);
    const either = await readAll(subscriptions, { filter: { ...filter, status: null } });
    expect(both.map(({ id }) => id)).toContain('81');
    expect(rest.length).toBeGreaterThan(0);
    expect(new Set([...both, ...rest].map(({ id }) => id))).toEqual(new Set(either.map(({ id }) => id)));
  });

  it('goes from the newest to the oldest, or the other way', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const [byDefault, newestFirst, oldestFirst] = await Promise.all([
      readAll(subscriptions, {}),
      readAll(subscriptions, { orderBy: 'CREATED_AT_DESC' }),
      readAll(subscriptions, { orderBy: 'CREATED_AT_ASC' }),
    ]);
    const times = oldestFirst.map(({ registeredAt }) => registeredAt);
    expect(times).toEqual(times.toSorted());
    expect(newestFirst).toEqual(oldestFirst.toReversed());
    expect(byDefault).toEqual(newestFirst);
  });

  it('has no gap or repetition among those that began at the same moment', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const past = await insertPast(subscriptions, ['1', '2', '3', '4', '123'], 3);
    const filter = { productId: '3', billing: 'MONTHLY', status: 'INACTIVE' };
    for (const orderBy of ['CREATED_AT_ASC', 'CREATED_AT_DESC']) {
      const inPages = await readAll(subscriptions, { filter, orderBy, first: 2 });
      expect(inPages).toEqual(await readAll(subscriptions, { filter, orderBy }));
      expect(inPages.map(({ id }) => id)).toEqual(expect.arrayContaining([...past.values()].flat()));
    }
  });

  it('has 20 to a page where nothing is said, and tells where the page stands', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const { data } = await subscriptions.execute(LIST, { viewer: admin });
    const { edges, pageInfo } = data.customerSubscriptions;
    expect(edges).toHaveLength(20);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0].cursor,
      endCursor: edges[19].cursor,
    });
  });

  it.each([
    ['a page of none', { first: 0 }],
    ['a page of less than none', { first: -1 }],
    ['a page of more than 100', { first: 1000 }],
    ['a cursor that is none', { after: 'abc' }],
    ['an empty cursor', { after: '' }],
    ['a cursor of 10 kB', { after: 'x'.repeat(10_000) }],
    ['a forged cursor', { after: forge('subscriptions.created_at.desc', 'yesterday', '1') }],
    ['a forged cursor of one value', { after: forge('subscriptions.created_at.desc', '1') }],
    ['a forged cursor of an object', { after: forge('subscriptions.created_at.desc', { $gt: '' }, '1') }],
    [
      'a cursor of another order',
      { after: forge('subscriptions.created_at.asc', '2025-01-01 00:00:00.000', '1') },
    ],
    ['a cursor of another list', { after: forge('users.created_at.desc', '2025-01-01 00:00:00.000', '1') }],
    ['a malformed product', { filter: { productId: '1 or 1=1' } }],
  ])('refuses %s', async (_, variables) => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const response = await subscriptions.execute(LIST, { viewer: admin, variables });
    expect(response.data).toEqual({ customerSubscriptions: null });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });

  it('is for admins', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const refused = await subscriptions.execute(LIST, { viewer: customer('123') });
    expect(refused.data).toEqual({ customerSubscriptions: null });
    expect(errorCodes(refused)).toEqual(['FORBIDDEN']);
    expect(errorCodes(await subscriptions.execute(LIST))).toEqual(['UNAUTHENTICATED']);
  });
});
