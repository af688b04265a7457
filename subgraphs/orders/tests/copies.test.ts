import { expect, it } from 'vitest';
import {
  ProductCreated,
  ProductDeleted,
  ProductUpdated,
  UserDeleted,
  UserRegistered,
} from '../../../events/index.ts';
import { type SubgraphOnBus, startOnBus } from '../../../events/testing/subgraph-on-bus.ts';
import { admin, customer } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

const GRACE = '019a0000-0000-7000-8000-000000000001';
const LAMP = '019a0000-0000-7000-8000-000000000002';

const details = { username: 'grace', email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper' };
const registered = UserRegistered.message({ id: GRACE, sequence: 1, payload: details });
const deleted = (id: string) => UserDeleted.message({ id, sequence: 2, payload: {} });
const lamp = (name: string) => ({ symbol: 'LMP', kind: 'GOODS' as const, name, priceMinor: 100, stock: 5 });

/** Places an order; gives the name of its product, or the code of what is wrong. */
async function order(
  { subgraph }: SubgraphOnBus,
  userId: string,
  productId: string,
  viewer = admin,
): Promise<string> {
  const { data } = await subgraph.execute(
    `mutation ($input: PlaceOrderInput!) {
      placeOrder(input: $input) { order { lines { productName } } userErrors { code } }
    }`,
    { viewer, variables: { input: { userId, lines: [{ productId, quantity: 1 }] } } },
  );
  const { order: placed, userErrors } = data.placeOrder;
  return placed ? placed.lines[0].productName : userErrors[0].code;
}

it('knows a user from when they are registered until they are deleted, also when that is told twice', async () => {
  await using world = await startOnBus(createOrdersSubgraph);
  expect(await order(world, GRACE, '9')).toBe('USER_NOT_FOUND');
  await world.publish(registered, registered);
  await world.settled();
  expect(await order(world, GRACE, '9')).toBe('Curio');
  await world.publish(deleted(GRACE), deleted(GRACE));
  await world.settled();
  expect(await order(world, GRACE, '9')).toBe('USER_NOT_FOUND');
});

it('takes a customer’s own token for news of them, until it hears that they were deleted', async () => {
  await using world = await startOnBus(createOrdersSubgraph);
  expect(await order(world, GRACE, '9', customer(GRACE))).toBe('Curio');
  expect(await order(world, GRACE, '9')).toBe('Curio');
  await world.publish(deleted(GRACE), registered);
  await world.settled();
  expect(await order(world, GRACE, '9', customer(GRACE))).toBe('USER_NOT_FOUND');
});

it('keeps a user deleted when the news of the registration comes late', async () => {
  await using world = await startOnBus(createOrdersSubgraph);
  for (const message of [deleted(GRACE), registered]) {
    await world.publish(message);
    await world.settled();
  }
  expect(await order(world, GRACE, '9')).toBe('USER_NOT_FOUND');
});

it('calls a product as it is called last, in whatever order it hears so', async () => {
  await using world = await startOnBus(createOrdersSubgraph);
  const steps = [
    [ProductUpdated.message({ id: LAMP, sequence: 2, payload: lamp('Lamp') }), 'Lamp'],
    [ProductCreated.message({ id: LAMP, sequence: 1, payload: lamp('Candle') }), 'Lamp'],
    [ProductUpdated.message({ id: LAMP, sequence: 3, payload: lamp('Torch') }), 'Torch'],
    [ProductDeleted.message({ id: LAMP, sequence: 5, payload: {} }), 'PRODUCT_NOT_FOUND'],
    [ProductUpdated.message({ id: LAMP, sequence: 4, payload: lamp('Lantern') }), 'PRODUCT_NOT_FOUND'],
  ] as const;
  for (const [message, answer] of steps) {
    await world.publish(message);
    await world.settled();
    expect(await order(world, '123', LAMP)).toBe(answer);
  }
});
