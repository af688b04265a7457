import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { newId } from '../../kit/ids.ts';
import type { BatchHandler } from '../bus.ts';
import { on, onBatch, UnprocessableError } from '../index.ts';
import { eventually } from './eventually.ts';
import { countOf, effectsIn, leaveEffect, type Made, make, upTo, type World } from './world.ts';

/** Who receives, and how often. */
export function describeGroups(world: () => Promise<World>) {
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

  it('BUS-15 hands a batch handler many messages at once, and tries each alone when it fails', async () => {
    await using w = await world();
    const process = w.process();
    const sizes: number[] = [];
    process.target.subscribe(
      'group',
      [
        onBatch(w.Made, async (events, trx) => {
          for (const event of events) await leaveEffect()(event, trx);
          // After the effects of all: those of the others must come back.
          if (events.some(({ payload }) => payload.n === 30)) throw new UnprocessableError('not this one');
          sizes.push(events.length);
        }),
      ],
      { batchSize: 50 },
    );
    await make(w, process, ...upTo(60));
    await process.bus.start();
    const others = upTo(60).filter((n) => n !== 30);
    await eventually(() => effectsIn(w.target)).toEqual(others);
    await eventually(() => process.target.deadLetters.count()).toBe(1);
    await make(w, process, ...upTo(140).slice(60));
    await eventually(() => effectsIn(w.target)).toEqual([...others, ...upTo(140).slice(60)]);
    expect(Math.max(...sizes)).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50);
  });

  it('BUS-16 passes over what does not concern a group, and keeps nothing of it', async () => {
    await using w = await world();
    const process = w.process();
    const handle: BatchHandler<Made> = async (events, trx) => {
      for (const event of events) await leaveEffect()(event, trx);
    };
    process.target.subscribe('group', [
      onBatch(w.Made, handle, (correlationId) => correlationId?.startsWith('ours/') ?? false),
    ]);
    await process.bus.start();
    const messages = ['theirs/1', 'ours/2', undefined, 'ours/4'].map((correlationId, i) =>
      w.Made.message({ id: String(i + 1), sequence: 1, payload: { n: i + 1 }, correlationId }),
    );
    await w.source.transaction((trx) => process.source.outbox.add(trx, ...messages));
    await eventually(() => effectsIn(w.target)).toEqual([2, 4]);
    await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
    await eventually(() => countOf(w.target, 'event_deliveries')).toBe(0);
    const handled = await w.target.rows('SELECT event_id FROM event_inbox', []);
    expect(handled).toHaveLength(2);
    expect(await process.target.deadLetters.count()).toBe(0);
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
