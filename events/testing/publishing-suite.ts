import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kit/ids.ts';
import { defineCommand, defineEvent, on, ProductLiked } from '../index.ts';
import { eventually } from './eventually.ts';
import { countOf, effectsIn, envelopeOf, leaveEffect, type Made, make, upTo, type World } from './world.ts';

/** Retries that a test can wait for. */
const FAST = { retryDelays: [20, 40, 80] };

/** What leaves the outbox, and how. */
export function describePublishing(world: () => Promise<World>) {
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
        correlationId: null,
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
    const Make = defineCommand({
      name: `Make${w.tag}`,
      recipient,
      subject: 'Thing',
      payload: z.object({}),
      result: z.object({}),
    });
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
    let outside: string | undefined = '00-cc-dd-01';
    const process = w.process({ traceparent: () => outside });
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
    await w.source.transaction(async (trx) => {
      await process.source.outbox.add(trx, made);
      outside = undefined;
    });
    await eventually(() => effectsIn(w.other)).toEqual([1]);
    await sleep(100);
    expect(await effectsIn(w.other)).toEqual([1]);
    expect(traces).toEqual(['00-cc-dd-01']);
  });

  it('BUS-07 takes a message again that it has already, and one that has left goes out again', async () => {
    await using w = await world();
    const process = w.process();
    const messageId = newId();
    const occurredAt = '2026-01-02T03:04:05.678Z';
    const again = () => {
      const message = w.Made.message({ id: '7', payload: { n: 1 }, messageId, occurredAt });
      return w.source.transaction((trx) => process.source.outbox.add(trx, message));
    };
    await again();
    await again();
    expect(await countOf(w.source, 'event_outbox')).toBe(1);
    const heard: Made[] = [];
    process.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await using _ = await process.bus.listen([w.Made], (event) => heard.push(event));
    await process.bus.start();
    await eventually(() => heard.length).toBe(1);
    await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
    await again();
    await eventually(() => heard.length).toBe(2);
    await sleep(100);
    expect(heard[1]).toEqual(heard[0]);
    expect(heard[0]).toMatchObject({ id: messageId, occurredAt });
    expect(await effectsIn(w.target)).toEqual([1]);
  });

  it('BUS-08 makes a dead letter of an event that nobody hears, unless the system knows that there is such an event', async () => {
    await using w = await world();
    const process = w.process();
    await process.bus.start();
    const unheard = envelopeOf(w, { name: `Unheard${w.tag}`, subject: 'Thing:8', payload: { n: 8 } });
    const { id } = JSON.parse(unheard);
    await w.source.transaction(async (trx) => {
      await process.source.outbox.add(
        trx,
        ProductLiked.message({ id: '1', payload: { userId: '1', likeCount: 1 } }),
      );
      const row = { id, name: `Unheard${w.tag}`, kind: 'EVENT', message: unheard };
      await trx('event_outbox').insert({ ...row, due_at: '2020-01-01 00:00:00.000' });
    });
    await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
    const { edges } = await process.source.deadLetters.list();
    expect(edges.map(({ node }) => node)).toEqual([
      {
        id: expect.any(String),
        consumer: `source${w.tag}.outbox`,
        name: `Unheard${w.tag}`,
        subject: 'Thing:8',
        reason: 'UNDELIVERABLE',
        error: 'no group hears it, and no contract of this version has its name',
        attempts: 1,
        diedAt: expect.any(String),
        message: unheard,
      },
    ]);

    // Replayed, it is published again: by now there is somebody.
    const Unheard = defineEvent({
      name: `Unheard${w.tag}`,
      producer: 'source',
      subject: 'Thing',
      payload: z.object({ n: z.int() }),
    });
    process.target.subscribe('group', [on(Unheard, leaveEffect())]);
    expect(await process.source.deadLetters.replay(edges.map(({ node }) => node.id))).toBe(1);
    await eventually(() => effectsIn(w.target)).toEqual([8]);
    expect(await process.source.deadLetters.count()).toBe(0);
  });
}
