import { describe, expect, it } from 'vitest';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';
import { mutate } from './documents.ts';

const now = () => new Date('2026-01-31T12:00:00.000Z');
const start = () => createTestSubgraph(createSubscriptionsSubgraph, { now });
const ROBBY = customer('1');
const CURIO = { userId: '1', productId: '9', billing: 'MONTHLY', paymentMethod: 'MASTERCARD' };

describe('a subscription that is opened', () => {
  it('begins now, is the user’s active one, and is announced', async () => {
    await using subscriptions = await start();
    const { data, errors } = await mutate(subscriptions, 'createSubscription', CURIO, ROBBY);
    expect(errors).toBeUndefined();
    const { subscription, userErrors } = data.createSubscription;
    expect(userErrors).toEqual([]);
    expect(subscription).toEqual({
      id: expect.any(String),
      user: { id: '1' },
      product: { id: '9' },
      billing: 'MONTHLY',
      status: 'ACTIVE',
      paymentMethod: 'MASTERCARD',
      registeredAt: '2026-01-31T12:00:00.000Z',
      renewsAt: '2026-02-28T12:00:00.000Z',
      version: 1,
    });
    const user = await subscriptions.entities('User', [{ id: '1' }], 'subscription { id }', {
      viewer: ROBBY,
    });
    expect(user.data._entities).toEqual([{ subscription: { id: subscription.id } }]);
    expect(await readOutbox(subscriptions.database)).toEqual([
      {
        name: 'SubscriptionCreated',
        subject: `CustomerSubscription:${subscription.id}`,
        sequence: 1,
        payload: {
          userId: '1',
          productId: '9',
          billing: 'MONTHLY',
          status: 'ACTIVE',
          paymentMethod: 'MASTERCARD',
          registeredAt: '2026-01-31T12:00:00.000Z',
          renewsAt: '2026-02-28T12:00:00.000Z',
        },
      },
    ]);
  });

  it('is one where 20 ask for it at once', async () => {
    await using subscriptions = await start();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        mutate(subscriptions, 'createSubscription', { ...CURIO, productId: String(1 + (i % 12)) }, ROBBY),
      ),
    );
    const payloads = answers.map(({ data }) => data.createSubscription);
    expect(payloads.filter(({ subscription }) => subscription)).toHaveLength(1);
    expect(payloads.filter(({ subscription }) => !subscription)).toEqual(
      Array(19).fill({
        subscription: null,
        userErrors: [
          {
            code: 'ALREADY_SUBSCRIBED',
            message: 'The user has an active subscription: change it, or cancel it first.',
            path: ['userId'],
          },
        ],
      }),
    );
    expect(await readOutbox(subscriptions.database)).toHaveLength(1);
  });

  it('is the same one for a request that is sent again under its key', async () => {
    await using subscriptions = await start();
    const input = { ...CURIO, idempotencyKey: 'first' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => mutate(subscriptions, 'createSubscription', input, ROBBY)),
    );
    for (const each of answers) expect(each).toEqual(answers[0]);
    expect(answers[0]?.data.createSubscription.userErrors).toEqual([]);
    expect(await readOutbox(subscriptions.database)).toHaveLength(1);
    const other = { ...input, billing: 'ANNUAL' };
    const { data } = await mutate(subscriptions, 'createSubscription', other, ROBBY);
    expect(data.createSubscription.userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] },
    ]);
  });

  it.each([
    ['a user that is unknown', { userId: '1001' }, 'USER_NOT_FOUND', 'userId'],
    ['a product that is unknown', { productId: '9999' }, 'PRODUCT_NOT_FOUND', 'productId'],
    ['goods', { productId: '13' }, 'PRODUCT_NOT_FOUND', 'productId'],
    ['a second active one', { userId: '123' }, 'ALREADY_SUBSCRIBED', 'userId'],
    ['an empty key', { idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    ['a key of 65', { idempotencyKey: 'x'.repeat(65) }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
  ])('is refused for %s', async (_, change, code, field) => {
    await using subscriptions = await start();
    const { data } = await mutate(subscriptions, 'createSubscription', { ...CURIO, ...change }, admin);
    expect(data.createSubscription).toEqual({
      subscription: null,
      userErrors: [{ code, message: expect.any(String), path: [field] }],
    });
    expect(await readOutbox(subscriptions.database)).toEqual([]);
  });

  it('may be that of a user so new that nobody told of them yet', async () => {
    await using subscriptions = await start();
    const userId = '019a0000-0000-7000-8000-000000000000';
    const input = { ...CURIO, userId };
    const { data } = await mutate(subscriptions, 'createSubscription', input, customer(userId));
    expect(data.createSubscription).toMatchObject({ subscription: { user: { id: userId } }, userErrors: [] });
  });

  it('is refused for another user before any lookup', async () => {
    await using subscriptions = await start();
    const statements = await subscriptions.statements(async () => {
      for (const userId of ['123', '1001']) {
        const response = await mutate(subscriptions, 'createSubscription', { ...CURIO, userId }, ROBBY);
        expect(response.data).toEqual({ createSubscription: null });
        expect(errorCodes(response)).toEqual(['FORBIDDEN']);
      }
      const anonymous = await mutate(subscriptions, 'createSubscription', CURIO);
      expect(errorCodes(anonymous)).toEqual(['UNAUTHENTICATED']);
    });
    expect(statements).toEqual([]);
  });

  it.each([{ userId: '1 or 1=1' }, { productId: 'abc' }, { billing: 'DAILY' }, { paymentMethod: null }])(
    'is refused for the malformed %j',
    async (change) => {
      await using subscriptions = await start();
      const response = await mutate(subscriptions, 'createSubscription', { ...CURIO, ...change }, admin);
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
      expect(await readOutbox(subscriptions.database)).toEqual([]);
    },
  );
});

describe.each(['changeSubscription', 'cancelSubscription', 'renewSubscription'] as const)(
  '%s',
  (mutation) => {
    it('does not tell a customer whether another’s subscription exists', async () => {
      await using subscriptions = await start();
      const [anothers, unknown] = await Promise.all(
        ['81', '5000'].map((id) => mutate(subscriptions, mutation, { id }, ROBBY)),
      );
      expect(anothers).toEqual(unknown);
      expect(anothers?.data).toEqual({ [mutation]: null });
      expect(errorCodes(anothers ?? {})).toEqual(['FORBIDDEN']);
    });

    it('tells an admin that there is none', async () => {
      await using subscriptions = await start();
      const { data } = await mutate(subscriptions, mutation, { id: '5000' }, admin);
      expect(data[mutation]).toEqual({
        subscription: null,
        userErrors: [
          {
            code: 'SUBSCRIPTION_NOT_FOUND',
            message: 'There is no subscription with this id.',
            path: ['id'],
          },
        ],
      });
    });

    it('is refused without a viewer and for a malformed id, before any lookup', async () => {
      await using subscriptions = await start();
      const statements = await subscriptions.statements(async () => {
        const anonymous = await mutate(subscriptions, mutation, { id: '81' });
        expect(errorCodes(anonymous)).toEqual(['UNAUTHENTICATED']);
        const malformed = await mutate(subscriptions, mutation, { id: 'abc' }, admin);
        expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
      });
      expect(statements).toEqual([]);
    });
  },
);
