import { describe, expect, it } from 'vitest';
import {
  type Bus,
  ProductCreated,
  ProductDeleted,
  ProductUpdated,
  SubscriptionCancelled,
  UserDeleted,
  UserRegistered,
} from '../../../events/index.ts';
import { startOnBus } from '../../../events/testing/subgraph-on-bus.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { lineUp } from '../../../kit/testing/line-up.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';
import { mutate } from './documents.ts';

const GRACE = '019a0000-0000-7000-8000-000000000001';
const PODCAST = '019a0000-0000-7000-8000-000000000002';

const start = () => startOnBus(createSubscriptionsSubgraph);

/** Hears which subscriptions are announced as cancelled, and in which version. */
async function hearCancelled(bus: Bus): Promise<string[]> {
  const heard: string[] = [];
  await bus.listen([SubscriptionCancelled], ({ subjectId, sequence }) => {
    heard.push(`${subjectId} v${sequence}`);
  });
  return heard;
}

const countRows = ({ database }: TestSubgraph, tables: readonly string[]) =>
  Promise.all(
    tables.map(async (table) => {
      const [row] = await database.rows<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`, []);
      return Number(row?.count);
    }),
  );

const subscribe = async (subscriptions: TestSubgraph, userId: string, productId: string, viewer = admin) => {
  const input = { userId, productId, billing: 'ANNUAL', paymentMethod: 'VISA' };
  const { data } = await mutate(subscriptions, 'createSubscription', input, viewer);
  return data.createSubscription.userErrors[0]?.code ?? data.createSubscription.subscription.status;
};

const details = { username: 'grace', email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper' };
const registered = UserRegistered.message({ id: GRACE, sequence: 1, payload: details });
const deleted = (id: string) => UserDeleted.message({ id, sequence: 2, payload: {} });
const product = (sequence: number, kind: 'SERVICE' | 'GOODS') => {
  const payload = { symbol: 'POD', kind, name: 'Podcast', priceMinor: 100, stock: null };
  const contract = sequence === 1 ? ProductCreated : ProductUpdated;
  return contract.message({ id: PODCAST, sequence, payload });
};

describe('a user', () => {
  it('can be subscribed once they are known to be registered', async () => {
    await using world = await start();
    expect(await subscribe(world.subgraph, GRACE, '9')).toBe('USER_NOT_FOUND');
    await world.publish(registered);
    await world.settled();
    expect(await subscribe(world.subgraph, GRACE, '9')).toBe('ACTIVE');
  });

  it('leaves no subscription behind, and the active one is announced as cancelled, once', async () => {
    await using world = await start();
    const cancelled = await hearCancelled(world.bus);
    await world.publish(deleted('123'), deleted('123'));
    await world.settled();
    const query = '{ customerSubscription(id: "81") { id } }';
    expect((await world.subgraph.execute(query, { viewer: admin })).data).toEqual({
      customerSubscription: null,
    });
    await expect.poll(() => cancelled).toEqual(['81 v2']);
    await world.publish(deleted('1'));
    await world.settled();
    expect(await countRows(world.subgraph, ['subscriptions'])).toEqual([998]);
    expect(cancelled).toEqual(['81 v2']);
  });

  it('has the subscription that begins anew at that moment announced as cancelled', async () => {
    await using world = await start();
    const cancelled = await hearCancelled(world.bus);
    const { database } = world.subgraph;
    const [{ data }] = await lineUp(database, { table: 'subscriptions', id: '23' }, [
      () => mutate(world.subgraph, 'renewSubscription', { id: '23' }, admin),
      () => world.publish(deleted('1')),
    ]);
    await world.settled();
    expect(data.renewSubscription.subscription).toMatchObject({ status: 'ACTIVE', version: 2 });
    await expect.poll(() => cancelled).toEqual(['23 v3']);
    expect(await countRows(world.subgraph, ['subscriptions'])).toEqual([999]);
  });

  it('stays deleted when the news of the registration comes late', async () => {
    await using world = await start();
    await world.publish(deleted(GRACE));
    await world.settled();
    await world.publish(registered);
    await world.settled();
    expect(await subscribe(world.subgraph, GRACE, '9')).toBe('USER_NOT_FOUND');
  });

  it('cannot subscribe with a token that outlives them', async () => {
    await using world = await start();
    const cancelled = await hearCancelled(world.bus);
    expect(await subscribe(world.subgraph, GRACE, '9', customer(GRACE))).toBe('ACTIVE');
    await world.publish(registered, deleted(GRACE));
    await world.settled();
    expect(await subscribe(world.subgraph, GRACE, '9', customer(GRACE))).toBe('USER_NOT_FOUND');
    await expect.poll(() => cancelled).toHaveLength(1);
  });
});

describe('a product', () => {
  it('can be subscribed to from when it is created until it is deleted', async () => {
    await using world = await start();
    expect(await subscribe(world.subgraph, '1', PODCAST)).toBe('PRODUCT_NOT_FOUND');
    await world.publish(product(1, 'SERVICE'));
    await world.settled();
    expect(await subscribe(world.subgraph, '1', PODCAST)).toBe('ACTIVE');
    await world.publish(ProductDeleted.message({ id: PODCAST, sequence: 3, payload: {} }));
    await world.settled();
    await world.publish(product(2, 'SERVICE'));
    await world.settled();
    expect(await subscribe(world.subgraph, '4', PODCAST)).toBe('PRODUCT_NOT_FOUND');
  });

  it('must be a service, whatever it was before', async () => {
    await using world = await start();
    await world.publish(product(3, 'GOODS'), product(2, 'SERVICE'));
    await world.settled();
    expect(await subscribe(world.subgraph, '1', PODCAST)).toBe('PRODUCT_NOT_FOUND');
    await world.publish(product(4, 'SERVICE'));
    await world.settled();
    expect(await subscribe(world.subgraph, '1', PODCAST)).toBe('ACTIVE');
  });
});

describe('the copies', () => {
  const COPIES = ['user_copies', 'product_copies'];

  it('hold the users and services of the sample data', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    expect(await countRows(subscriptions, COPIES)).toEqual([1_000, 12]);
    await subscriptions.subgraph.seed.atScale(
      subscriptions.database,
      { owners: 1_500, perOwner: 0 },
      () => {},
    );
    expect(await subscribe(subscriptions, '1500', '9')).not.toBe('USER_NOT_FOUND');
    expect(await subscribe(subscriptions, '1501', '9')).toBe('USER_NOT_FOUND');
  });

  it('are filled in a database from before there were any', async () => {
    await using place = await provideDatabase();
    const env = place.settings;
    const before = await createTestSubgraph(createSubscriptionsSubgraph, { env });
    await before.database.transaction(async (trx) => {
      for (const table of COPIES) await trx.schema.dropTable(table);
      await trx.schema.alterTable('subscriptions', (table) => table.dropColumn('anchored_at'));
      await trx('schema_migrations').whereIn('name', ['002-copies', '003-anchors']).delete();
    });
    await before[Symbol.asyncDispose]();
    await using after = await createTestSubgraph(createSubscriptionsSubgraph, { env });
    expect(await countRows(after, COPIES)).toEqual([1_000, 12]);
  });
});
