import { describe, expect, it } from 'vitest';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';
import { mutate } from './documents.ts';

const NOW = '2026-01-31T12:00:00.000Z';
const now = () => new Date(NOW);
const start = () => createTestSubgraph(createSubscriptionsSubgraph, { now });
const ROBBY = customer('1');
const BILLYE = customer('123');

describe('a change of a subscription', () => {
  it('changes what is given, leaves the term, and is announced whole', async () => {
    await using subscriptions = await start();
    const input = { id: '81', productId: '3', paymentMethod: 'DEBIT' };
    const { data } = await mutate(subscriptions, 'changeSubscription', input, BILLYE);
    const { subscription, userErrors } = data.changeSubscription;
    expect(userErrors).toEqual([]);
    expect(subscription).toEqual({
      id: '81',
      user: { id: '123' },
      product: { id: '3' },
      billing: 'PAY_PER_USE',
      status: 'ACTIVE',
      paymentMethod: 'DEBIT',
      registeredAt: '2021-08-09T00:00:45.978Z',
      renewsAt: null,
      version: 2,
    });
    expect(await readOutbox(subscriptions.database)).toEqual([
      {
        name: 'SubscriptionChanged',
        subject: 'CustomerSubscription:81',
        sequence: 2,
        payload: {
          userId: '123',
          productId: '3',
          billing: 'PAY_PER_USE',
          status: 'ACTIVE',
          paymentMethod: 'DEBIT',
          registeredAt: '2021-08-09T00:00:45.978Z',
          renewsAt: null,
        },
      },
    ]);
  });

  it('begins a new term when the billing is another', async () => {
    await using subscriptions = await start();
    const change = async (billing: string) =>
      (await mutate(subscriptions, 'changeSubscription', { id: '81', billing }, BILLYE)).data
        .changeSubscription.subscription.renewsAt;
    expect(await change('MONTHLY')).toBe('2026-02-28T12:00:00.000Z');
    expect(await change('ANNUAL')).toBe('2027-01-31T12:00:00.000Z');
    expect(await change('PAY_PER_USE')).toBeNull();
  });

  it('changes and announces nothing where nothing is different', async () => {
    await using subscriptions = await start();
    const same = { id: '81', productId: '9', billing: 'PAY_PER_USE', paymentMethod: 'VISA' };
    for (const input of [{ id: '81' }, same]) {
      const { data } = await mutate(subscriptions, 'changeSubscription', input, BILLYE);
      expect(data.changeSubscription).toMatchObject({ subscription: { version: 1 }, userErrors: [] });
    }
    expect(await readOutbox(subscriptions.database)).toEqual([]);
  });

  it.each([
    ['a product that is unknown', { productId: '9999' }, 'PRODUCT_NOT_FOUND', 'productId'],
    ['goods', { productId: '13' }, 'PRODUCT_NOT_FOUND', 'productId'],
    ['no product', { productId: null }, 'REQUIRED', 'productId'],
    ['no billing', { billing: null }, 'REQUIRED', 'billing'],
    ['no payment', { paymentMethod: null }, 'REQUIRED', 'paymentMethod'],
    ['a version that is outdated', { version: 7, billing: 'ANNUAL' }, 'CONFLICT', 'version'],
  ])('refuses %s', async (_, change, code, field) => {
    await using subscriptions = await start();
    const { data } = await mutate(subscriptions, 'changeSubscription', { id: '81', ...change }, BILLYE);
    expect(data.changeSubscription).toEqual({
      subscription: null,
      userErrors: [{ code, message: expect.any(String), path: [field] }],
    });
    expect(await readOutbox(subscriptions.database)).toEqual([]);
  });

  it('is refused where the subscription has ended', async () => {
    await using subscriptions = await start();
    const { data } = await mutate(
      subscriptions,
      'changeSubscription',
      { id: '23', billing: 'ANNUAL' },
      ROBBY,
    );
    expect(data.changeSubscription.userErrors).toMatchObject([
      { code: 'SUBSCRIPTION_INACTIVE', path: ['id'] },
    ]);
  });

  it('is one of 20 that know the same version', async () => {
    await using subscriptions = await start();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        mutate(
          subscriptions,
          'changeSubscription',
          { id: '81', version: 1, productId: String(1 + (i % 8)) },
          admin,
        ),
      ),
    );
    const payloads = answers.map(({ data }) => data.changeSubscription);
    expect(payloads.filter(({ subscription }) => subscription)).toHaveLength(1);
    expect(payloads.filter(({ userErrors }) => userErrors[0]?.code === 'CONFLICT')).toHaveLength(19);
    expect(await readOutbox(subscriptions.database)).toHaveLength(1);
  });
});

describe('a cancellation', () => {
  it('ends a subscription now, once, and makes room for another', async () => {
    await using subscriptions = await start();
    const cancel = () => mutate(subscriptions, 'cancelSubscription', { id: '81' }, BILLYE);
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, cancel));
    expect(first?.data.cancelSubscription).toMatchObject({
      subscription: { id: '81', status: 'INACTIVE', renewsAt: null, version: 2 },
      userErrors: [],
    });
    for (const other of others) expect(other).toEqual(first);
    expect(await readOutbox(subscriptions.database)).toMatchObject([
      { name: 'SubscriptionCancelled', sequence: 2, payload: { status: 'INACTIVE' } },
    ]);
    const again = { userId: '123', productId: '9', billing: 'ANNUAL', paymentMethod: 'VISA' };
    const { data } = await mutate(subscriptions, 'createSubscription', again, BILLYE);
    expect(data.createSubscription.userErrors).toEqual([]);
  });

  it('sets the end of one that is billed by term', async () => {
    await using subscriptions = await start();
    await mutate(subscriptions, 'changeSubscription', { id: '81', billing: 'ANNUAL' }, BILLYE);
    const { data } = await mutate(subscriptions, 'cancelSubscription', { id: '81' }, BILLYE);
    expect(data.cancelSubscription.subscription.renewsAt).toBe(NOW);
  });
});

describe('a renewal', () => {
  const renew = async (subscriptions: Awaited<ReturnType<typeof start>>, input: object, viewer = BILLYE) =>
    (await mutate(subscriptions, 'renewSubscription', input, viewer)).data.renewSubscription;

  it('adds a term to the one that runs', async () => {
    await using subscriptions = await start();
    await mutate(subscriptions, 'changeSubscription', { id: '81', billing: 'ANNUAL' }, BILLYE);
    expect(await renew(subscriptions, { id: '81' })).toMatchObject({
      subscription: { renewsAt: '2028-01-31T12:00:00.000Z', version: 3 },
      userErrors: [],
    });
    expect(await readOutbox(subscriptions.database)).toMatchObject([
      { name: 'SubscriptionChanged' },
      {
        name: 'SubscriptionRenewed',
        sequence: 3,
        payload: { status: 'ACTIVE', renewsAt: '2028-01-31T12:00:00.000Z' },
      },
    ]);
  });

  it('that comes late finds it active, and begins a term now', async () => {
    let moment = NOW;
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph, {
      now: () => new Date(moment),
    });
    await mutate(subscriptions, 'changeSubscription', { id: '81', billing: 'MONTHLY' }, BILLYE);
    moment = '2026-05-31T12:00:00.000Z';
    const query = '{ customerSubscription(id: "81") { status renewsAt } }';
    expect((await subscriptions.execute(query, { viewer: BILLYE })).data).toEqual({
      customerSubscription: { status: 'ACTIVE', renewsAt: '2026-02-28T12:00:00.000Z' },
    });
    expect(await renew(subscriptions, { id: '81' })).toMatchObject({
      subscription: { status: 'ACTIVE', renewsAt: '2026-06-30T12:00:00.000Z' },
    });
  });

  it('that is sent again under its key adds no second term', async () => {
    await using subscriptions = await start();
    await mutate(subscriptions, 'changeSubscription', { id: '81', billing: 'MONTHLY' }, BILLYE);
    const input = { id: '81', idempotencyKey: 'march' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(subscriptions, input)));
    expect(answers).toEqual(
      Array(20).fill({
        subscription: expect.objectContaining({ renewsAt: '2026-03-31T12:00:00.000Z' }),
        userErrors: [],
      }),
    );
    expect(await renew(subscriptions, { id: '81', idempotencyKey: 'april' })).toMatchObject({
      subscription: { renewsAt: '2026-04-30T12:00:00.000Z' },
    });
  });

  describe('of a term that began on a day that not every month has', () => {
    const terms = (input: object) => ({
      productId: '9',
      billing: 'MONTHLY',
      paymentMethod: 'VISA',
      ...input,
    });

    /** Renews so often, each time that it is due or before; gives the days. */
    async function renewals(subscriptions: Awaited<ReturnType<typeof start>>, id: string, times: number) {
      const days: string[] = [];
      for (let i = 0; i < times; i++)
        days.push((await renew(subscriptions, { id }, ROBBY)).subscription.renewsAt.slice(0, 10));
      return days;
    }

    async function create(subscriptions: Awaited<ReturnType<typeof start>>, input: object = {}) {
      const { data } = await mutate(
        subscriptions,
        'createSubscription',
        terms({ userId: '1', ...input }),
        ROBBY,
      );
      const { id, renewsAt } = data.createSubscription.subscription;
      return { id, day: renewsAt.slice(0, 10) };
    }

    const startAt = (moment: { now: string }) =>
      createTestSubgraph(createSubscriptionsSubgraph, { now: () => new Date(moment.now) });

    it('keeps that day', async () => {
      await using subscriptions = await startAt({ now: '2025-11-30T12:00:00.000Z' });
      const { id, day } = await create(subscriptions);
      expect([day, ...(await renewals(subscriptions, id, 4))]).toEqual([
        '2025-12-30',
        '2026-01-30',
        '2026-02-28',
        '2026-03-30',
        '2026-04-30',
      ]);
    });

    it('keeps February 29th until there is one again', async () => {
      await using subscriptions = await startAt({ now: '2028-02-29T12:00:00.000Z' });
      const { id, day } = await create(subscriptions, { billing: 'ANNUAL' });
      expect([day, ...(await renewals(subscriptions, id, 3))]).toEqual([
        '2029-02-28',
        '2030-02-28',
        '2031-02-28',
        '2032-02-29',
      ]);
    });

    it('counts from the day at which terms began anew', async () => {
      const moment = { now: '2025-10-28T12:00:00.000Z' };
      await using subscriptions = await startAt(moment);
      const { id } = await create(subscriptions, { billing: 'ANNUAL' });
      moment.now = '2026-01-31T09:00:00.000Z';
      await mutate(subscriptions, 'changeSubscription', { id, billing: 'MONTHLY' }, ROBBY);
      expect(await renewals(subscriptions, id, 2)).toEqual(['2026-03-31', '2026-04-30']);
      await mutate(subscriptions, 'cancelSubscription', { id }, ROBBY);
      moment.now = '2026-12-29T09:00:00.000Z';
      expect(await renewals(subscriptions, id, 3)).toEqual(['2027-01-29', '2027-02-28', '2027-03-29']);
      // One that ran out.
      moment.now = '2027-05-31T09:00:00.000Z';
      expect(await renewals(subscriptions, id, 2)).toEqual(['2027-06-30', '2027-07-31']);
    });

    it('counts from the registration where an older version wrote the row, and gives it back the day that it lost', async () => {
      await using subscriptions = await startAt({ now: '2025-11-30T12:00:00.000Z' });
      const { id } = await create(subscriptions);
      const write = (row: object) =>
        subscriptions.database.transaction((trx) => trx('subscriptions').where({ id }).update(row));
      await write({ anchored_at: null, renews_at: '2026-03-28 12:00:00.000' });
      expect(await renewals(subscriptions, id, 1)).toEqual(['2026-04-30']);
      // Begun anew by a version that knows of no anchor.
      await write({ renews_at: '2026-04-28 07:30:00.000' });
      expect(await renewals(subscriptions, id, 1)).toEqual(['2026-05-28']);
    });
  });

  it('begins one anew that has ended', async () => {
    await using subscriptions = await start();
    expect(await renew(subscriptions, { id: '23' }, ROBBY)).toMatchObject({
      subscription: { status: 'ACTIVE', billing: 'ANNUAL', renewsAt: '2027-01-31T12:00:00.000Z', version: 2 },
      userErrors: [],
    });
  });

  it('does not begin one anew beside an active one', async () => {
    await using subscriptions = await start();
    const created = { userId: '1', productId: '9', billing: 'ANNUAL', paymentMethod: 'VISA' };
    await mutate(subscriptions, 'createSubscription', created, ROBBY);
    expect(await renew(subscriptions, { id: '23' }, ROBBY)).toMatchObject({
      subscription: null,
      userErrors: [{ code: 'ALREADY_SUBSCRIBED', path: ['id'] }],
    });
  });

  it('is refused where each use is billed, and for more than five years ahead', async () => {
    await using subscriptions = await start();
    expect((await renew(subscriptions, { id: '81' })).userErrors).toEqual([
      {
        code: 'NOT_RENEWABLE',
        message: 'The subscription is active, and each use is billed: there is nothing to renew.',
        path: ['id'],
      },
    ]);
    await mutate(subscriptions, 'changeSubscription', { id: '81', billing: 'ANNUAL' }, BILLYE);
    for (let year = 2028; year <= 2031; year++) {
      expect((await renew(subscriptions, { id: '81' })).subscription.renewsAt).toMatch(`${year}-01-31`);
    }
    expect((await renew(subscriptions, { id: '81' })).userErrors).toMatchObject([{ code: 'NOT_RENEWABLE' }]);
  });
});
