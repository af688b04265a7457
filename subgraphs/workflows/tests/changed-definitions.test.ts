import { expect, it } from 'vitest';
import { done, OrderCancelled, OrderPlaced, ReserveStock } from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { writeDefinitions } from './definitions.ts';
import { createWorld, recipient, type World } from './world.ts';

const RESERVE = `.step('reserve', { command: ReserveStock, payload: ({ trigger }) => ({ lines: trigger.lines, round: 0 }) })`;
const OTHER = `defineWorkflow({ name: 'other', trigger: DetectionReported })
  .step('tell', { command: SendNotification, payload: () => ({ userId: '1', location: null, urgency: 'INFO', title: 'a', text: 'b' }) })`;

const lines = [{ productId: '7', quantity: 2 }];
const prices = { lines: [{ productId: '7', quantity: 2, unitPriceMinor: 500 }] };
const placed = (id: string) =>
  OrderPlaced.message({ id, sequence: 1, payload: { userId: '9', pricing: 'LIST', lines } });
const cancelled = (id: string) =>
  OrderCancelled.message({ id, sequence: 2, payload: { userId: '9', lines } });
const reserved = (id: string, correlationId: string | null | undefined) =>
  ReserveStock.reply.message({ id, payload: done(prices), correlationId: correlationId ?? undefined });

/** Places an order whose stock nobody reserves. */
async function place(world: World): Promise<{ id: string; correlationId: string | null | undefined }> {
  const id = newId();
  const count = world.received.length;
  await world.publish(placed(id));
  await expect.poll(() => world.received.length, { timeout: 10_000 }).toBe(count + 1);
  return { id, correlationId: world.received.at(-1)?.correlationId };
}

const open = (settings: Record<string, string>) =>
  createWorld([recipient(ReserveStock, () => null)], settings);

const countLetters = async ({ workflows: { database } }: World) =>
  (await database.read('event_dead_letters').select('id')).length;

it('a run goes on when the file of its workflow is gone, and no other begins', async () => {
  using before = writeDefinitions({
    parcel: `defineWorkflow({ name: 'parcel', trigger: OrderPlaced })${RESERVE}`,
    other: OTHER,
  });
  using after = writeDefinitions({ other: OTHER });
  await using world = await open(before.settings);
  const { id, correlationId } = await place(world);
  await world.restart(after.settings);
  await world.publish(placed(newId()), reserved(id, correlationId));
  await world.runOf(`Order:${id}`, { state: 'COMPLETED' });
  expect(world.received.length).toBe(1);
  expect(await countLetters(world)).toBe(0);
});

it('a run that nobody answers is woken when the file of its workflow is gone', async () => {
  using before = writeDefinitions({
    parcel: `defineWorkflow({ name: 'parcel', trigger: OrderPlaced })${RESERVE}`,
    other: OTHER,
  });
  using after = writeDefinitions({ other: OTHER });
  await using world = await open(before.settings);
  const { id } = await place(world);
  await world.restart(after.settings);
  world.pass(30_000);
  await world.runOf(`Order:${id}`, { steps: [{ name: 'reserve', attempts: 2 }] });
});

it('a run is called off by the event that its own version names', async () => {
  using before = writeDefinitions({
    parcel: `defineWorkflow({ name: 'parcel', trigger: OrderPlaced, cancelOn: OrderCancelled })${RESERVE}`,
  });
  using after = writeDefinitions({
    parcel: `defineWorkflow({ name: 'parcel', trigger: OrderPlaced })${RESERVE}`,
  });
  await using world = await open(before.settings);
  const old = await place(world);
  await world.restart(after.settings);
  const young = await place(world);
  await world.publish(cancelled(young.id), cancelled(old.id), cancelled(newId()));
  await world.runOf(`Order:${old.id}`, { state: 'CANCELLED' });
  await world.publish(reserved(young.id, young.correlationId));
  await world.runOf(`Order:${young.id}`, { state: 'COMPLETED' });
  expect(await world.workflows.database.read('workflow_runs').select('id')).toHaveLength(2);
});
