import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';
import { insertPast } from './past-subscriptions.ts';

const CURRENT = 'id subscriptionStatus subscription { id product { id } billing status paymentMethod }';
const references = (count: number) => Array.from({ length: count }, (_, i) => ({ id: String(i + 1) }));

describe("a user's subscription", () => {
  it('is the active one', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    await insertPast(subscriptions, ['123'], 1);
    const response = await subscriptions.entities('User', [{ id: '123' }], CURRENT, {
      viewer: customer('123'),
    });
    expect(response).toEqual({
      data: {
        _entities: [
          {
            id: '123',
            subscriptionStatus: 'ACTIVE',
            subscription: {
              id: '81',
              product: { id: '9' },
              billing: 'PAY_PER_USE',
              status: 'ACTIVE',
              paymentMethod: 'VISA',
            },
          },
        ],
      },
    });
  });

  it('is null where only past ones are, and null without a status where none ever was', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const response = await subscriptions.entities('User', [{ id: '1' }, { id: '1001' }], CURRENT, {
      viewer: admin,
    });
    expect(response).toEqual({
      data: {
        _entities: [
          { id: '1', subscription: null, subscriptionStatus: 'INACTIVE' },
          { id: '1001', subscription: null, subscriptionStatus: null },
        ],
      },
    });
  });

  it.each([1, 100])('costs two statements with its status for %i users', async (count) => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const statements = await subscriptions.statements(() =>
      subscriptions.entities('User', references(count), CURRENT, { viewer: admin }),
    );
    expect(statements).toHaveLength(2);
  });

  it('costs one statement where the status is not asked for', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const statements = await subscriptions.statements(() =>
      subscriptions.entities('User', references(100), 'subscription { id }', { viewer: admin }),
    );
    expect(statements).toHaveLength(1);
  });
});

describe('a user reference', () => {
  it("is refused for another user before any SQL, without harm to the viewer's own", async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const own = { id: '123', subscriptionStatus: 'ACTIVE' };
    const response = await subscriptions.entities(
      'User',
      [{ id: '1' }, { id: '123' }, { id: '1001' }],
      'id subscriptionStatus',
      { viewer: customer('123') },
    );
    expect(response.data).toEqual({ _entities: [null, own, null] });
    expect(errorCodes(response)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const statements = await subscriptions.statements(() =>
      subscriptions.entities('User', [{ id: '1' }], CURRENT, { viewer: customer('123') }),
    );
    expect(statements).toEqual([]);
  });

  it('is refused without a viewer, and when its id is malformed', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const anonymous = await subscriptions.entities('User', [{ id: '123' }], CURRENT);
    expect(anonymous.data).toEqual({ _entities: [null] });
    expect(errorCodes(anonymous)).toEqual(['UNAUTHENTICATED']);
    const malformed = await subscriptions.entities('User', [{ id: '1 or 1=1' }], CURRENT, { viewer: admin });
    expect(malformed.data).toEqual({ _entities: [null] });
    expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a subscription reference', () => {
  it.each([1, 100])('costs one statement for %i of them', async (count) => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const statements = await subscriptions.statements(async () => {
      const { data } = await subscriptions.entities('CustomerSubscription', references(count), 'id status', {
        viewer: admin,
      });
      expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(
        references(count).map(({ id }) => id),
      );
    });
    expect(statements).toHaveLength(1);
  });

  it('follows the rule of a subscription by id', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const wanted = [{ id: '81' }, { id: '23' }, { id: '1001' }];
    const own = await subscriptions.entities('CustomerSubscription', wanted, 'id', {
      viewer: customer('123'),
    });
    expect(own.data).toEqual({ _entities: [{ id: '81' }, null, null] });
    expect(errorCodes(own)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const all = await subscriptions.entities('CustomerSubscription', wanted, 'id', { viewer: admin });
    expect(all).toEqual({ data: { _entities: [{ id: '81' }, { id: '23' }, null] } });
  });
});
