import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';

const ONE = `query ($id: ID!) {
  customerSubscription(id: $id) {
    id user { id } product { id } billing status paymentMethod transactionId registeredAt renewsAt
  }
}`;

const CURIO = {
  id: '81',
  user: { id: '123' },
  product: { id: '9' },
  billing: 'PAY_PER_USE',
  status: 'ACTIVE',
  paymentMethod: 'VISA',
  transactionId: '5ff8efad-6878-44a9-9d98-9499fb8cbb39',
  registeredAt: '2021-08-09T00:00:45.978Z',
  renewsAt: null,
};

const SPORTS = {
  id: '23',
  user: { id: '1' },
  product: { id: '2' },
  billing: 'ANNUAL',
  status: 'INACTIVE',
  paymentMethod: 'DEBIT',
  transactionId: '87f13967-e15c-41cc-9b5b-a70a65d18b8b',
  registeredAt: '2021-04-10T05:39:56.579Z',
  renewsAt: '2022-04-10T05:39:56.579Z',
};

describe('a subscription by id', () => {
  it.each([CURIO, SPORTS])('is the known row $id', async (known) => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    expect(await subscriptions.execute(ONE, { viewer: admin, variables: { id: known.id } })).toEqual({
      data: { customerSubscription: known },
    });
  });

  it('is given to the customer whose it is', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const response = await subscriptions.execute(ONE, { viewer: customer('123'), variables: { id: '81' } });
    expect(response).toEqual({ data: { customerSubscription: CURIO } });
  });

  it('is refused to another customer as if there were none', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const [anothers, unknown] = await Promise.all(
      ['23', '1001'].map((id) => subscriptions.execute(ONE, { viewer: customer('123'), variables: { id } })),
    );
    expect(anothers).toEqual(unknown);
    expect(anothers).toMatchObject({ data: { customerSubscription: null } });
    expect(errorCodes(anothers ?? {})).toEqual(['FORBIDDEN']);
  });

  it('is refused without a viewer', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const response = await subscriptions.execute(ONE, { variables: { id: '81' } });
    expect(response.data).toEqual({ customerSubscription: null });
    expect(errorCodes(response)).toEqual(['UNAUTHENTICATED']);
  });

  it.each(['0', '1001', '00000000-0000-7000-8000-000000000000'])(
    'is null for an admin where the id %s is unknown',
    async (id) => {
      await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
      const response = await subscriptions.execute(ONE, { viewer: admin, variables: { id } });
      expect(response).toEqual({ data: { customerSubscription: null } });
    },
  );

  it.each(['1 or 1=1', 'abc', '', '-1', '1.5', "1' --", 'x'.repeat(10_000)])(
    'is refused before any SQL for the malformed id %.20s',
    async (id) => {
      await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
      const statements = await subscriptions.statements(async () => {
        const response = await subscriptions.execute(ONE, { viewer: admin, variables: { id } });
        expect(response.data).toEqual({ customerSubscription: null });
        expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
      });
      expect(statements).toEqual([]);
    },
  );
});
