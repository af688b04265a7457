import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kit/ids.ts';
import { applyIfNewer, type Contract, defineCommand, defineEvent, on, UnprocessableError } from '../index.ts';
import { describeCrashes } from './crash-suite.ts';
import { describeFaultyMessages } from './faulty-message-suite.ts';
import {
  countOf,
  createWorld,
  effectsIn,
  leaveEffect,
  type Made,
  make,
  type Surroundings,
  upTo,
  type World,
} from './world.ts';

/** Retries that a test can wait for. */
const FAST = { retryDelays: [20, 40, 80] };

const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 20_000, interval: 10 });

/** What every adapter of the bus promises. The ids stay with their promises. */
export function describeBus(title: string, provide: () => Promise<Surroundings>): void {
  describe(title, () => {
    let surroundings: Surroundings;
    beforeAll(async () => {
      surroundings = await provide();
    });
    afterAll(() => surroundings[Symbol.asyncDispose]());
    const world = () => createWorld(surroundings);

    describePublishing(world);
    describeGroups(world);
    describeRetries(world);
    describeFaultyMessages(world);
    describeCopies(world);
    describeLive(world);
    describeCrashes(world);
  });
}

function describePublishing(world: () => Promise<World>) {
  it('BUS-01 publishes what a transaction commits, and nothing of one that fails', async () => {
    await using w = await world();
    const process = w.process();
    process.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await process.bus.start();
    const failing = w.source.transaction(async (trx) => {
      await process.source.outbox.add(trx, w.Made.message({ id: '1', sequence: 1, payload: { n: 1 } }));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await make(w, process, 2);
    await eventually(() => effectsIn(w.target)).toEqual([2]);
    await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
  });

  it('BUS-02 gives a handler the whole message', async () => {
    await using w = await world();
    const process = w.process({
      now: () => new Date('2026-01-02T03:04:05.678Z'),
      traceparent: () => '00-aa-bb-01',
    });
    const received: Made[] = [];
    process.target.subscribe('group', [on(w.Made, async (event) => void received.push(event))]);
    await process.bus.start();
    const messageId = newId();
    const message = w.Made.message({ id: '7', sequence: 3, payload: { n: 1 }, messageId });
    await w.source.transaction((trx) => process.source.outbox.add(trx, message));
    await eventually(() => received).toEqual([
      {
        id: messageId,
        name: w.Made.name,
        occurredAt: '2026-01-02T03:04:05.678Z',
        subject: 'Thing:7',
        subjectId: '7',
        sequence: 3,
        traceparent: '00-aa-bb-01',
        payload: { n: 1 },
      },
    ]);
  });

  it('BUS-03 refuses a payload that breaks the contract, and a message that is too large', async () => {
    await using w = await world();
    const { source } = w.process();
    expect(() => w.Made.message({ id: '1', sequence: 1, payload: { n: 1.5 } })).toThrow();
    const Wide = defineEvent({
      name: `Wide${w.tag}`,
      producer: 'x',
      subject: 'X',
      payload: z.object({ text: z.string() }),
    });
    const wide = Wide.message({ id: '1', payload: { text: 'x'.repeat(300_000) } });
    await expect(w.source.transaction((trx) => source.outbox.add(trx, wide))).rejects.toThrow(/300\d+ bytes/);
    expect(await countOf(w.source, 'event_outbox')).toBe(0);
  });

  it('BUS-04 publishes after a restart what was left in the outbox', async () => {
    await using w = await world();
    await make(w, w.process(), ...upTo(30));
    const process = w.process();
    process.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await process.bus.start();
    await eventually(() => effectsIn(w.target)).toEqual(upTo(30));
  });

  it('BUS-05 keeps a command until its recipient subscribes, and refuses other subscribers', async () => {
    await using w = await world();
    const process = w.process();
    const recipient = `target${w.tag}`;
    const Make = defineCommand({ name: `Make${w.tag}`, recipient, subject: 'Thing', payload: z.object({}) });
    await process.bus.start();
    const order = Make.message({ id: '1', payload: {} });
    await w.source.transaction((trx) => process.source.outbox.add(trx, order));
    await sleep(100);
    expect(await countOf(w.source, 'event_outbox')).toBe(1);
    const done: string[] = [];
    const carryOut = on(Make, async ({ subjectId }) => void done.push(subjectId));
    process.target.subscribe('commands', [carryOut]);
    await eventually(() => done).toEqual(['1']);
    expect(() => process.target.subscribe('again', [carryOut])).toThrow(/both subscribe to the command/);
    expect(() => process.other.subscribe('stray', [carryOut])).toThrow(/a command to target/);
  });

  it('BUS-06 publishes what handlers publish, in the trace of what they handled', async () => {
    await using w = await world();
    const process = w.process();
    const Answered = defineEvent({
      name: `Answered${w.tag}`,
      producer: 'target',
      subject: 'Thing',
      payload: z.object({ n: z.int() }),
    });
    const traces: (string | null)[] = [];
    let failures = 1;
    process.target.subscribe(
      'answering',
      [
        on(w.Made, async ({ payload }, trx) => {
          await process.target.outbox.add(trx, Answered.message({ id: '1', payload }));
          if (failures-- > 0) throw new Error('after publishing');
        }),
      ],
      FAST,
    );
    process.other.subscribe('group', [
      on(Answered, async (event, trx) => {
        traces.push(event.traceparent);
        await leaveEffect()(event, trx);
      }),
    ]);
    await process.bus.start();
    const made = w.Made.message({ id: '1', sequence: 1, payload: { n: 1 } });
    const traced = w.process({ traceparent: () => '00-cc-dd-01' });
    await w.source.transaction((trx) => traced.source.outbox.add(trx, made));
    await eventually(() => effectsIn(w.other)).toEqual([1]);
    await sleep(100);
    expect(await effectsIn(w.other)).toEqual([1]);
    expect(traces).toEqual(['00-cc-dd-01']);
  });
}

function describeGroups(world: () => Promise<World>) {
  it('BUS-10 brings each event to every group once, and to one member of each', async () => {
    await using w = await world();
    const process = w.process();
    for (const _ of [1, 2]) process.target.subscribe('group', [on(w.Made, leaveEffect())], { batchSize: 5 });
    process.target.subscribe('second', [on(w.Made, leaveEffect('second'))]);
    process.other.subscribe('group', [on(w.Made, leaveEffect())]);
    await process.bus.start();
    await Promise.all([make(w, process, ...upTo(100)), make(w, process, ...upTo(200).slice(100))]);
    await eventually(() => effectsIn(w.target)).toEqual(upTo(200));
    await eventually(() => effectsIn(w.target, 'second')).toEqual(upTo(200));
    await eventually(() => effectsIn(w.other)).toEqual(upTo(200));
    await eventually(() => countOf(w.target, 'event_deliveries')).toBe(0);
  });

  it('BUS-11 takes a duplicate for what it is', async () => {
    await using w = await world();
    const process = w.process();
    for (const _ of [1, 2]) process.target.subscribe('group', [on(w.Made, leaveEffect())], { batchSize: 3 });
    await process.bus.start();
    const ids = upTo(20).map(() => newId());
    const publish = () =>
      w.source.transaction((trx) =>
        process.source.outbox.add(
          trx,
          ...ids.map((messageId, i) =>
            w.Made.message({ id: String(i), sequence: 1, payload: { n: i + 1 }, messageId }),
          ),
        ),
      );
    for (const _ of [1, 2, 3]) {
      await publish();
      await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
    }
    await make(w, process, 21);
    await eventually(() => effectsIn(w.target)).toEqual(upTo(21));
    await eventually(() => countOf(w.target, 'event_deliveries')).toBe(0);
    expect(await effectsIn(w.target)).toEqual(upTo(21));
  });

  it('BUS-12 lets a slow group hold up nobody else', async () => {
    await using w = await world();
    const process = w.process();
    process.target.subscribe(
      'slow',
      [
        on(w.Made, async (event, trx) => {
          await sleep(15);
          await leaveEffect()(event, trx);
        }),
      ],
      { batchSize: 4 },
    );
    process.other.subscribe('quick', [on(w.Made, leaveEffect())]);
    await process.bus.start();
    await make(w, process, ...upTo(60));
    await eventually(() => effectsIn(w.other)).toEqual(upTo(60));
    expect((await effectsIn(w.target)).length).toBeLessThan(40);
    await eventually(() => effectsIn(w.target)).toEqual(upTo(60));
  });

  it('BUS-13 delivers after an outage what was committed meanwhile', async () => {
    await using w = await world();
    const process = w.process();
    process.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await process.bus.start();
    await make(w, process, ...upTo(20));
    await eventually(() => effectsIn(w.target)).toEqual(upTo(20));
    {
      await using _ = await w.surroundings.breakDown(w);
      for (let n = 21; n <= 220; n += 10) await make(w, process, ...upTo(n + 9).slice(n - 1));
      await sleep(300);
      expect(await countOf(w.source, 'event_outbox')).toBe(200);
    }
    await eventually(() => effectsIn(w.target)).toEqual(upTo(220));
    await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
  });

  it('BUS-14 remembers what it handled for as long as it is told', async () => {
    await using w = await world();
    const first = w.process();
    first.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await first.bus.start();
    await make(w, first, 1);
    await eventually(() => countOf(w.target, 'event_inbox')).toBe(1);
    await first.bus.close();
    const inDays = (days: number) => () => new Date(Date.now() + days * 86_400_000);
    const early = w.process({ now: inDays(2.9), inboxDays: 3 });
    await early.bus.start();
    await sleep(100);
    expect(await countOf(w.target, 'event_inbox')).toBe(1);
    const late = w.process({ now: inDays(3.1), inboxDays: 3 });
    await late.bus.start();
    await eventually(() => countOf(w.target, 'event_inbox')).toBe(0);
  });
}

function describeRetries(world: () => Promise<World>) {
  it('BUS-20 retries what fails with growing delays, while the others go on', async () => {
    await using w = await world();
    const process = w.process();
    const attempts: number[] = [];
    const delays = [60, 120, 240];
    process.target.subscribe(
      'group',
      [
        on(w.Made, async (event, trx) => {
          await leaveEffect()(event, trx);
          if (event.payload.n !== 50) return;
          attempts.push(performance.now());
          if (attempts.length < 4) throw new Error('not yet');
        }),
      ],
      { retryDelays: delays },
    );
    await process.bus.start();
    await make(w, process, ...upTo(100));
    await eventually(() => effectsIn(w.target)).toEqual(upTo(100).filter((n) => n !== 50));
    expect(attempts.length).toBeLessThan(4);
    await eventually(() => effectsIn(w.target)).toEqual(upTo(100));
    const pauses = attempts.slice(1).map((moment, i) => moment - (attempts[i] as number));
    for (const [i, pause] of pauses.entries()) expect(pause).toBeGreaterThan((delays[i] as number) * 0.85);
    expect(await process.target.deadLetters.count()).toBe(0);
  });

  it('BUS-21 makes a dead letter of what keeps failing; replayed, it takes effect once', async () => {
    await using w = await world();
    const process = w.process();
    let broken = true;
    process.target.subscribe(
      'group',
      [
        on(w.Made, async (event, trx) => {
          await leaveEffect()(event, trx);
          if (broken && event.payload.n % 10 === 0) throw new Error(`cannot take ${event.payload.n}`);
        }),
      ],
      FAST,
    );
    await process.bus.start();
    await make(w, process, ...upTo(30));
    await eventually(() => process.target.deadLetters.count()).toBe(3);
    expect(await effectsIn(w.target)).toEqual(upTo(30).filter((n) => n % 10));

    const { edges } = await process.target.deadLetters.list({ consumer: `target${w.tag}.group` });
    const letters = edges.map(({ node }) => node).sort((a, b) => a.error.localeCompare(b.error));
    expect(letters[0]).toEqual({
      id: expect.any(String),
      consumer: `target${w.tag}.group`,
      name: w.Made.name,
      subject: 'Thing:10',
      reason: 'HANDLER_FAILED',
      error: 'Error: cannot take 10',
      attempts: 4,
      diedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      message: expect.stringContaining('"Thing:10"'),
    });
    expect((await process.target.deadLetters.list({ consumer: 'nobody' })).edges).toEqual([]);

    broken = false;
    const ids = letters.map(({ id }) => id);
    expect(await process.target.deadLetters.replay(ids.slice(0, 2))).toBe(2);
    await eventually(() => effectsIn(w.target)).toEqual(upTo(30).filter((n) => n !== 30));
    expect(await process.target.deadLetters.replay(ids.slice(0, 2))).toBe(0);
    expect(await process.target.deadLetters.discard(ids)).toBe(1);
    expect(await process.target.deadLetters.count()).toBe(0);
    expect((await effectsIn(w.target)).length).toBe(29);
  });

  it('BUS-22 retries no message of which the handler says that it is hopeless', async () => {
    await using w = await world();
    const process = w.process();
    let calls = 0;
    process.target.subscribe('group', [
      on(w.Made, async () => {
        calls++;
        throw new UnprocessableError('there is no such thing');
      }),
    ]);
    await process.bus.start();
    await make(w, process, 1);
    await eventually(() => process.target.deadLetters.count()).toBe(1);
    const { edges } = await process.target.deadLetters.list();
    expect(edges[0]?.node).toMatchObject({ reason: 'UNPROCESSABLE', attempts: 1 });
    expect(calls).toBe(1);
  });

  it('BUS-23 counts failed attempts over a restart', async () => {
    await using w = await world();
    let calls = 0;
    const reactions = [
      on(w.Made, async () => {
        calls++;
        throw new Error('never');
      }),
    ];
    const first = w.process();
    first.target.subscribe('group', reactions, { retryDelays: [200, 200] });
    await first.bus.start();
    await make(w, first, 1);
    await eventually(() => calls).toBe(1);
    await first.bus.close();
    const second = w.process();
    second.target.subscribe('group', reactions, { retryDelays: [200, 200] });
    await second.bus.start();
    await eventually(() => second.target.deadLetters.count()).toBe(1);
    expect(calls).toBe(3);
  });

  it('BUS-24 lets a failing group hold up no other group of the same database', async () => {
    await using w = await world();
    const process = w.process();
    process.target.subscribe('failing', [
      on(w.Made, async () => {
        throw new Error('always');
      }),
    ]);
    process.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await process.bus.start();
    await make(w, process, ...upTo(20));
    await eventually(() => effectsIn(w.target)).toEqual(upTo(20));
    expect(await countOf(w.target, 'event_deliveries')).toBe(20);
  });
}

function describeCopies(world: () => Promise<World>) {
  it('BUS-40 keeps a copy right when changes come late, twice, in any order, or after the delete', async () => {
    await using w = await world();
    const process = w.process();
    const fields = { producer: 'source', subject: 'Thing', payload: z.object({ n: z.int() }) };
    const Changed = defineEvent({ name: `Changed${w.tag}`, ...fields });
    const Gone = defineEvent({ name: `Gone${w.tag}`, ...fields });
    process.target.subscribe('copies', [
      on(Changed, async (event, trx) => {
        const row = { id: event.subjectId, n: event.payload.n };
        await applyIfNewer(trx, 'things', event, () => trx('things').insert(row).onConflict('id').merge());
      }),
      on(Gone, async (event, trx) => {
        await applyIfNewer(trx, 'things', event, () => trx('things').where({ id: event.subjectId }).delete());
      }),
    ]);
    process.other.subscribe('count', [on(Changed, leaveEffect()), on(Gone, leaveEffect())]);
    await process.bus.start();
    let published = 0;
    const say = async (contract: Contract<string, { n: number }>, id: string, sequence: number) => {
      const message = contract.message({ id, sequence, payload: { n: sequence } });
      await w.source.transaction((trx) => process.source.outbox.add(trx, message));
      published++;
      // One after the other: the order of the test is the order of arrival.
      await eventually(async () => (await countOf(w.target, 'event_inbox')) === published).toBe(true);
    };
    for (const sequence of [2, 1, 3, 3, 2]) await say(Changed, 'a', sequence);
    await say(Changed, 'b', 5);
    await say(Gone, 'b', 6);
    await say(Changed, 'b', 4);
    await say(Gone, 'c', 9);
    await say(Changed, 'c', 8);
    await say(Gone, 'd', 1);
    await say(Changed, 'd', 2);
    const things = await w.target.rows<{ id: string; n: number }>('SELECT id, n FROM things ORDER BY id', []);
    expect(things.map(({ id, n }) => [id, n])).toEqual([
      ['a', 3],
      ['d', 2],
    ]);
  });
}

function describeLive(world: () => Promise<World>) {
  it('BUS-50 tells every live listener, also after one of them threw, and none that has left', async () => {
    await using w = await world();
    const process = w.process();
    await process.bus.start();
    const heard: string[] = [];
    await using _ = await process.bus.listen([w.Made], () => {
      throw new Error('a listener fails');
    });
    {
      await using _ = await process.bus.listen([w.Made], ({ payload }) => heard.push(`first ${payload.n}`));
      await using __ = await process.bus.listen([w.Made], ({ payload }) => heard.push(`second ${payload.n}`));
      await make(w, process, 1);
      await eventually(() => heard.sort()).toEqual(['first 1', 'second 1']);
    }
    await make(w, process, 2);
    await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
    await sleep(50);
    expect(heard.length).toBe(2);
  });
}
