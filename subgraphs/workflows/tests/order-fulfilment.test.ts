import { describe, expect, it } from 'vitest';
import {
  done,
  ExecuteOrder,
  OrderCancelled,
  OrderPlaced,
  RejectOrder,
  ReleaseStock,
  ReserveStock,
  refused,
  SendNotification,
} from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { admin } from '../../../kit/testing/subgraph.ts';
import { createWorld, recipient, type World } from './world.ts';

const prices = { lines: [{ productId: '7', quantity: 2, unitPriceMinor: 500 }] };

/** A world in which everything goes well, until a test says otherwise. */
const open = () =>
  createWorld([
    recipient(ReserveStock, () => done(prices)),
    recipient(ReleaseStock, () => done({})),
    recipient(ExecuteOrder, () => done({ executionPriceMinor: 1000 })),
    recipient(RejectOrder, () => done({})),
    recipient(SendNotification, () => done({ notificationId: newId() })),
  ]);

const lines = [{ productId: '7', quantity: 2 }];

const placed = (id: string, userId: string | null = '9') =>
  OrderPlaced.message({ id, sequence: 1, payload: { userId, pricing: 'LIST', lines } });

const place = async (world: World, userId: string | null = '9') => {
  const id = newId();
  await world.publish(placed(id, userId));
  return { id, subject: `Order:${id}` };
};

const cancelled = (id: string) =>
  OrderCancelled.message({
    id,
    sequence: 2,
    payload: { userId: '9', lines },
  });

const namesOf = (world: World) => world.received.map(({ name }) => name);

const change = async (world: World, mutation: 'retryWorkflowRun' | 'cancelWorkflowRun', input: object) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { workflowRun { state round } userErrors { code message path } } }`;
  const { data } = await world.workflows.execute(text, { viewer: admin, variables: { input } });
  return data[mutation];
};

/** Waits for a command, the n-th of its name. */
const heard = (world: World, name: string, times = 1) =>
  expect.poll(() => namesOf(world).filter((each) => each === name).length, { timeout: 10_000 }).toBe(times);

/** Lets a step's every attempt pass unanswered. */
async function exhaust(world: World, name: string, before = 0) {
  for (const [i, milliseconds] of [30_000, 60_000, 120_000, 240_000].entries()) {
    await heard(world, name, before + i + 1);
    world.pass(milliseconds);
  }
}

describe('an order that is placed', () => {
  it('is reserved, executed and told of, each step with what the one before it found', async () => {
    await using world = await open();
    const { id, subject } = await place(world);
    const run = await world.runOf(subject, { state: 'COMPLETED' });
    expect(run.steps).toEqual([
      { name: 'reserve', state: 'COMPLETED', attempts: 1 },
      { name: 'execute', state: 'COMPLETED', attempts: 1 },
      { name: 'notify', state: 'COMPLETED', attempts: 1 },
    ]);
    expect(world.received.map(({ name, subject: about, payload }) => ({ name, about, payload }))).toEqual([
      {
        name: 'ReserveStock',
        about: subject,
        payload: { lines: [{ productId: '7', quantity: 2 }], round: 0 },
      },
      {
        name: 'ExecuteOrder',
        about: subject,
        payload: { unitPrices: [{ productId: '7', unitPriceMinor: 500 }] },
      },
      {
        name: 'SendNotification',
        about: `WorkflowRun:${run.id}`,
        payload: {
          userId: '9',
          location: null,
          urgency: 'INFO',
          title: 'Order confirmed',
          text: `Your order ${id} is confirmed.`,
        },
      },
    ]);
    expect(
      await world.workflows.entities('Order', [{ id }], 'workflowRun { state error { code } order { id } }', {
        viewer: admin,
      }),
    ).toEqual({ data: { _entities: [{ workflowRun: { state: 'COMPLETED', error: null, order: { id } } }] } });
  });

  it('for nobody is told to nobody', async () => {
    await using world = await open();
    const { subject } = await place(world, null);
    const { steps } = await world.runOf(subject, { state: 'COMPLETED' });
    expect(steps[2]).toEqual({ name: 'notify', state: 'SKIPPED', attempts: 0 });
  });

  it('runs once, however often its event comes', async () => {
    await using world = await open();
    const { id, subject } = await place(world);
    await world.runOf(subject, { state: 'COMPLETED' });
    await world.publish(placed(id), placed(id), placed(id));
    const other = await place(world);
    await world.runOf(other.subject, { state: 'COMPLETED' });
    await heard(world, 'ReserveStock', 2);
  });

  it('is completed also when its user needs no letter any more', async () => {
    await using world = await open();
    world.answer(SendNotification, () => refused('USER_NOT_FOUND', 'There is no such user.'));
    const { subject } = await place(world);
    const { steps } = await world.runOf(subject, { state: 'COMPLETED', error: null });
    expect(steps[2]).toMatchObject({ state: 'REFUSED' });
  });
});

describe('an order that a domain refuses', () => {
  it('is rejected with the reason, and nothing is undone where nothing was done', async () => {
    await using world = await open();
    world.answer(ReserveStock, () => refused('INSUFFICIENT_STOCK', 'Only 1 is left.', '7'));
    const { subject } = await place(world);
    const run = await world.runOf(subject, { state: 'REFUSED' });
    expect(run.error).toEqual({ code: 'INSUFFICIENT_STOCK', message: 'Only 1 is left.' });
    expect(run.steps.map(({ name, state }) => [name, state])).toEqual([
      ['reserve', 'REFUSED'],
      ['execute', 'WAITING'],
      ['notify', 'WAITING'],
      ['reject', 'COMPLETED'],
    ]);
    expect(world.received.at(-1)?.payload).toEqual({
      code: 'INSUFFICIENT_STOCK',
      message: 'Only 1 is left.',
      productId: '7',
    });
  });

  it('gives back what was reserved, before it is rejected', async () => {
    await using world = await open();
    world.answer(ExecuteOrder, () => refused('ORDER_SETTLED', 'The order is CANCELLED already.'));
    const { subject } = await place(world);
    const run = await world.runOf(subject, { state: 'REFUSED' });
    expect(namesOf(world)).toEqual(['ReserveStock', 'ExecuteOrder', 'ReleaseStock', 'RejectOrder']);
    expect(run.steps[0]).toMatchObject({ name: 'reserve', state: 'COMPENSATED' });
  });
});

describe('a step that is not answered', () => {
  it('is asked for with growing pauses, undone once, and goes on in a new round when it is retried', async () => {
    await using world = await open();
    world.answer(ReserveStock, () => null);
    const { subject } = await place(world);
    await exhaust(world, 'ReserveStock');
    const run = await world.runOf(subject, { state: 'FAILED' });
    expect(run.error).toEqual({
      code: 'TIMED_OUT',
      message: 'ReserveStock was sent 4 times and not answered.',
    });
    expect(namesOf(world).filter((name) => name !== 'ReserveStock')).toEqual(['ReleaseStock']);

    world.answer(ReserveStock, () => done(prices));
    expect(await change(world, 'retryWorkflowRun', { id: run.id })).toMatchObject({
      workflowRun: { round: 1 },
      userErrors: [],
    });
    await world.runOf(subject, { state: 'COMPLETED', round: 1 });
    expect(world.received.findLast(({ name }) => name === 'ReserveStock')?.payload).toMatchObject({
      round: 1,
    });
    await heard(world, 'ReleaseStock', 1);
  });

  it('may be answered late, as long as it was not given up', async () => {
    await using world = await open();
    world.answer(ReserveStock, () => null);
    const { id, subject } = await place(world);
    await heard(world, 'ReserveStock');
    const { correlationId } = world.received[0] as { correlationId: string };
    world.pass(30_000);
    await heard(world, 'ReserveStock', 2);
    const reply = { id, payload: done(prices), correlationId };
    await world.publish(ReserveStock.reply.message(reply), ReserveStock.reply.message(reply));
    await world.runOf(subject, { state: 'COMPLETED' });
    await heard(world, 'ExecuteOrder', 1);
  });

  it('changes nothing with the answer to an earlier round', async () => {
    await using world = await open();
    world.answer(ReserveStock, () => null);
    const { id, subject } = await place(world);
    await exhaust(world, 'ReserveStock');
    const run = await world.runOf(subject, { state: 'FAILED' });
    const { correlationId } = world.received[0] as { correlationId: string };
    await change(world, 'retryWorkflowRun', { id: run.id });
    await world.publish(ReserveStock.reply.message({ id, payload: done(prices), correlationId }));
    await exhaust(world, 'ReserveStock', 4);
    await world.runOf(subject, { state: 'FAILED', round: 1 });
    expect(namesOf(world)).not.toContain('ExecuteOrder');
  });

  it('at the pivot leaves what was done before, and an answer that comes in the end completes the run', async () => {
    await using world = await open();
    world.answer(ExecuteOrder, () => null);
    const { id, subject } = await place(world);
    await exhaust(world, 'ExecuteOrder');
    await world.runOf(subject, { state: 'FAILED' });
    expect(namesOf(world)).not.toContain('ReleaseStock');
    const asked = world.received.findLast(({ name }) => name === 'ExecuteOrder');
    const correlationId = asked?.correlationId as string;
    const payload = done({ executionPriceMinor: 1000 });
    await world.publish(ExecuteOrder.reply.message({ id, payload, correlationId }));
    await world.runOf(subject, { state: 'COMPLETED', round: 0, error: null });
  });

  it('while it is undone is asked for until it is answered', async () => {
    await using world = await open();
    world.answer(ExecuteOrder, () => refused('PRICE_MISSING', 'There is no price.'));
    world.answer(ReleaseStock, () => null);
    const { subject } = await place(world);
    await exhaust(world, 'ReleaseStock');
    await heard(world, 'ReleaseStock', 5);
    await world.runOf(subject, { state: 'COMPENSATING' });
    world.answer(ReleaseStock, () => done({}));
    world.pass(300_000);
    await world.runOf(subject, { state: 'REFUSED' });
  });
});

describe('an order that is called off', () => {
  it('after it was completed is undone', async () => {
    await using world = await open();
    const { id, subject } = await place(world);
    await world.runOf(subject, { state: 'COMPLETED' });
    await world.publish(cancelled(id), cancelled(id));
    await world.runOf(subject, { state: 'CANCELLED' });
    await heard(world, 'ReleaseStock', 1);
  });

  it('while a step is under way is undone as if it had been done', async () => {
    await using world = await open();
    world.answer(ReserveStock, () => null);
    const { id, subject } = await place(world);
    await heard(world, 'ReserveStock');
    await world.publish(cancelled(id));
    await world.runOf(subject, { state: 'CANCELLED' });
    expect(namesOf(world)).toEqual(['ReserveStock', 'ReleaseStock', 'RejectOrder']);
  });

  it('before it was heard of is never begun', async () => {
    await using world = await open();
    const id = newId();
    await world.publish(cancelled(id));
    await world.runOf(`Order:${id}`, { state: 'CANCELLED', steps: [] });
    await world.publish(placed(id));
    const other = await place(world);
    await world.runOf(other.subject, { state: 'COMPLETED' });
    await heard(world, 'ReserveStock', 1);
  });

  it('by an admin is undone and rejected, with the reason', async () => {
    await using world = await open();
    world.answer(ExecuteOrder, () => null);
    const { subject } = await place(world);
    await heard(world, 'ExecuteOrder');
    const { id } = await world.runOf(subject, { state: 'RUNNING' });
    await change(world, 'cancelWorkflowRun', { id, reason: 'Sold by mistake.' });
    await world.runOf(subject, {
      state: 'CANCELLED',
      error: { code: 'CANCELLED', message: 'Sold by mistake.' },
    });
    expect(namesOf(world).slice(-2)).toEqual(['ReleaseStock', 'RejectOrder']);
    expect(await change(world, 'cancelWorkflowRun', { id })).toMatchObject({ userErrors: [] });
  });

  it('by an admin while it is about to fail is undone once, and rejected', async () => {
    await using world = await open();
    world.answer(ReserveStock, () => null);
    world.answer(ReleaseStock, () => null);
    const { subject } = await place(world);
    await exhaust(world, 'ReserveStock');
    await heard(world, 'ReleaseStock');
    const { id } = await world.runOf(subject, { state: 'COMPENSATING' });
    expect(await change(world, 'cancelWorkflowRun', { id })).toMatchObject({ userErrors: [] });
    world.answer(ReleaseStock, () => done({}));
    world.pass(30_000);
    await world.runOf(subject, { state: 'CANCELLED' });
    expect(namesOf(world).slice(-2)).toEqual(['ReleaseStock', 'RejectOrder']);
  });
});

describe('what an admin may not do', () => {
  it('is said with a code and the field at fault', async () => {
    await using world = await open();
    const { subject } = await place(world);
    const { id } = await world.runOf(subject, { state: 'COMPLETED' });
    const wrong = async (mutation: 'retryWorkflowRun' | 'cancelWorkflowRun', input: object) =>
      (await change(world, mutation, input)).userErrors[0];
    expect(await wrong('retryWorkflowRun', { id })).toMatchObject({ code: 'NOT_RETRYABLE', path: ['id'] });
    expect(await wrong('cancelWorkflowRun', { id })).toMatchObject({ code: 'NOT_CANCELLABLE', path: ['id'] });
    expect(await wrong('retryWorkflowRun', { id: newId() })).toMatchObject({
      code: 'WORKFLOW_RUN_NOT_FOUND',
    });
    expect(await wrong('cancelWorkflowRun', { id, reason: 'x'.repeat(201) })).toMatchObject({
      code: 'OUT_OF_RANGE',
      path: ['reason'],
    });
  });
});
