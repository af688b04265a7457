import { describe, expect, it } from 'vitest';
import { done, OrderPlaced, ReleaseStock, ReserveStock, SendNotification } from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { writeDefinitions } from './definitions.ts';
import { createWorld, recipient, type World } from './world.ts';

const reserve = `.step('reserve', {
  command: ReserveStock,
  payload: ({ trigger }) => ({ lines: trigger.lines, round: 0 }),
  compensation: { command: ReleaseStock, payload: () => ({ round: 0 }) },
})`;
/** No notification is that long. */
const tell = (more = '') => `.step('tell', {
  command: SendNotification,
  payload: () => ({ userId: '1', location: null, urgency: 'INFO', title: 'a', text: 'b'.repeat(501) }),
  ${more}
})`;
const parcel = (steps: string) => ({
  parcel: `defineWorkflow({ name: 'parcel', trigger: OrderPlaced })${steps}`,
});

const lines = [{ productId: '7', quantity: 2 }];
const prices = { lines: [{ productId: '7', quantity: 2, unitPriceMinor: 500 }] };

async function place(world: World): Promise<string> {
  const id = newId();
  const payload = { userId: '9', pricing: 'LIST' as const, lines };
  await world.publish(OrderPlaced.message({ id, sequence: 1, payload }));
  return `Order:${id}`;
}

const open = (settings: Record<string, string>) =>
  createWorld(
    [
      recipient(ReserveStock, () => done(prices)),
      recipient(ReleaseStock, () => done({})),
      recipient(SendNotification, () => done({ notificationId: newId() })),
    ],
    settings,
  );

const lettersOf = ({ workflows: { database } }: World) =>
  database.read('event_dead_letters').select('consumer', 'name', 'reason', 'error');

describe('a step whose command cannot be made', () => {
  it('counts as refused: what was done is undone, and the run says why', async () => {
    using definitions = writeDefinitions(parcel(reserve + tell()));
    await using world = await open(definitions.settings);
    const run = await world.runOf(await place(world), { state: 'REFUSED' });
    expect(run.error).toMatchObject({ code: 'UNSENDABLE' });
    expect(run.error?.message).toMatch(/^SendNotification cannot be sent: text: /);
    expect(run.steps.map(({ state }) => state)).toEqual(['COMPENSATED', 'REFUSED']);
    expect(await lettersOf(world)).toEqual([]);
  });

  it('is passed over where it may be refused', async () => {
    using definitions = writeDefinitions(parcel(reserve + tell('mayBeRefused: true')));
    await using world = await open(definitions.settings);
    const run = await world.runOf(await place(world), { state: 'COMPLETED' });
    expect(run.steps.map(({ state }) => state)).toEqual(['COMPLETED', 'REFUSED']);
  });

  it('at the start begins no run: the event is a dead letter until the definition is mended', async () => {
    using faulty = writeDefinitions(parcel(tell()));
    using mended = writeDefinitions(parcel(reserve));
    await using world = await open(faulty.settings);
    const subject = await place(world);
    await expect
      .poll(() => lettersOf(world), { timeout: 10_000 })
      .toMatchObject([{ consumer: 'workflows.parcel', name: 'OrderPlaced', reason: 'UNPROCESSABLE' }]);
    await world.restart(mended.settings);
    const [letter] = await world.workflows.database.read('event_dead_letters').select('id');
    await world.bus.join('workflows', world.workflows.database).deadLetters.replay([letter.id]);
    await world.runOf(subject, { state: 'COMPLETED' });
  });
});

it('a run that cannot be woken holds up no other', async () => {
  using definitions = writeDefinitions(parcel(reserve));
  await using world = await open(definitions.settings);
  world.answer(ReserveStock, () => null);
  const broken = await place(world);
  const sound = await place(world);
  await expect.poll(() => world.received.length, { timeout: 10_000 }).toBe(2);
  await world.workflows.database.transaction((trx) =>
    trx('workflow_runs').where({ subject: broken }).update({ version: 'lost' }),
  );
  world.pass(30_000);
  await world.runOf(sound, { steps: [{ name: 'reserve', attempts: 2 }] });
  await world.runOf(broken, { state: 'RUNNING', steps: [{ name: 'reserve', attempts: 1 }] });
});
