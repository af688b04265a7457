import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kit/ids.ts';
import { defineEvent, on } from '../index.ts';
import { eventually } from './eventually.ts';
import { countOf, effectsIn, envelopeOf, leaveEffect, make, makeRaw, type World } from './world.ts';

/** Another member may know what one does not: it is given time. A test does not wait for that. */
const AT_ONCE = { retryDelays: [20] };

/** Messages that nobody can handle. */
export function describeFaultyMessages(world: () => Promise<World>): void {
  it.each([
    ['BUS-30', 'text that is not JSON', () => 'not { json', 'MALFORMED', /not JSON/],
    ['BUS-31', 'JSON that is no envelope', () => '{"hello": 1}', 'MALFORMED', /envelope is wrong: id/],
    [
      'BUS-32',
      'a payload that breaks the contract',
      (w: World) => envelopeOf(w, { payload: { n: 'x' } }),
      'MALFORMED',
      /payload of Made\w+ is wrong: n/,
    ],
    [
      'BUS-33',
      'an unknown event',
      (w: World) => envelopeOf(w, { name: 'Unheard' }),
      'UNKNOWN_EVENT',
      /Unheard/,
    ],
    [
      'BUS-34',
      'a newer version',
      (w: World) => envelopeOf(w, { version: 2 }),
      'UNSUPPORTED_VERSION',
      /version 2, and this consumer knows 1/,
    ],
    [
      'BUS-35',
      'an id that is none',
      (w: World) => envelopeOf(w, { id: "x' OR 1=1" }),
      'MALFORMED',
      /id: must be/,
    ],
  ] as const)('%s makes a dead letter of %s, and goes on', async (_, __, messageOf, reason, error) => {
    await using w = await world();
    const process = w.process();
    process.target.subscribe('group', [on(w.Made, leaveEffect())], AT_ONCE);
    await process.bus.start();
    const message = messageOf(w);
    // Twice, as after a crash between publishing and deleting: one letter.
    const id = newId();
    const publish = async () => {
      await makeRaw(w, message, id);
      await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
    };
    for (const _ of [1, 2]) await publish();
    await make(w, process, 7);
    await eventually(() => effectsIn(w.target)).toEqual([7]);
    await eventually(() => process.target.deadLetters.count()).toBe(1);
    const { edges } = await process.target.deadLetters.list();
    expect(edges[0]?.node).toMatchObject({ reason, message, error: expect.stringMatching(error) });

    // Replayed to a consumer that is no wiser, it is a dead letter again.
    expect(await process.target.deadLetters.replay([edges[0]?.node.id as string])).toBe(1);
    await eventually(() => process.target.deadLetters.count()).toBe(1);
    expect(await effectsIn(w.target)).toEqual([7]);

    // Discarded, it is none any more, however often it still comes.
    const [letter] = (await process.target.deadLetters.list()).edges;
    expect(await process.target.deadLetters.discard([letter?.node.id as string])).toBe(1);
    await publish();
    await make(w, process, 8);
    await eventually(() => effectsIn(w.target)).toEqual([7, 8]);
    await eventually(() => countOf(w.target, 'event_deliveries')).toBe(0);
    expect(await process.target.deadLetters.count()).toBe(0);
  });

  it('BUS-36 reads older versions through upcasters; a newer one once the consumer is updated', async () => {
    await using w = await world();
    const Newer = defineEvent({
      name: w.Made.name,
      version: 3,
      producer: 'source',
      subject: 'Thing',
      payload: z.object({ n: z.int(), unit: z.string() }),
      upcasters: {
        1: (payload) => ({ number: (payload as { n: number }).n }),
        2: (payload) => ({ n: (payload as { number: number }).number, unit: 'piece' }),
      },
    });
    const old = w.process();
    old.target.subscribe('group', [on(w.Made, leaveEffect())], AT_ONCE);
    await old.bus.start();
    await makeRaw(w, envelopeOf(w, { version: 3, payload: { n: 3, unit: 'box' } }));
    await eventually(() => old.target.deadLetters.count()).toBe(1);
    await old.bus.close();

    const updated = w.process();
    const units: string[] = [];
    updated.target.subscribe('group', [
      on(Newer, async (event, trx) => {
        units.push(event.payload.unit);
        await leaveEffect()(event, trx);
      }),
    ]);
    await updated.bus.start();
    await makeRaw(w, envelopeOf(w, { id: newId(), version: 1, payload: { n: 1 } }));
    await makeRaw(w, envelopeOf(w, { id: newId(), version: 2, payload: { number: 2 } }));
    const { edges } = await updated.target.deadLetters.list();
    await updated.target.deadLetters.replay(edges.map(({ node }) => node.id));
    await eventually(() => effectsIn(w.target)).toEqual([1, 2, 3]);
    expect(units.sort()).toEqual(['box', 'piece', 'piece']);
  });

  it.each([
    ['an event that it does not know', 'Newer', 1],
    ['a version that it does not know', 'Made', 2],
  ])('BUS-37 leaves %s to a member that does, while the old are replaced', async (_, prefix, version) => {
    await using w = await world();
    const options = { retryDelays: [100, 60_000] };
    const old = w.process();
    old.target.subscribe('group', [on(w.Made, leaveEffect())], options);
    await old.bus.start();
    const name = `${prefix}${w.tag}`;
    await makeRaw(w, envelopeOf(w, { name, version, payload: { n: 5 } }));
    await eventually(() => w.target.rows('SELECT attempts FROM event_deliveries', [])).toEqual([
      { attempts: 2 },
    ]);
    await old.bus.close();
    await w.target.transaction((trx) =>
      trx('event_deliveries').update({ due_at: '2020-01-01 00:00:00.000' }),
    );

    const updated = w.process();
    const upcasters = { 1: (payload: unknown) => payload };
    const newer = defineEvent({
      name,
      version,
      producer: 'source',
      subject: 'Thing',
      payload: z.object({ n: z.int() }),
      upcasters,
    });
    updated.target.subscribe('group', [on(newer, leaveEffect())], options);
    await updated.bus.start();
    await eventually(() => effectsIn(w.target)).toEqual([5]);
    expect(await updated.target.deadLetters.count()).toBe(0);
  });

  it('BUS-38 keeps of a message that is too large its beginning, its length and its hash, and goes on', async () => {
    await using w = await world();
    const process = w.process();
    process.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await process.bus.start();
    const message = envelopeOf(w, { payload: { n: 1, text: 'x'.repeat(300_000) } });
    await makeRaw(w, message);
    await make(w, process, 7);
    await eventually(() => effectsIn(w.target)).toEqual([7]);
    await eventually(() => process.target.deadLetters.count()).toBe(1);
    const { edges } = await process.target.deadLetters.list();
    const hash = createHash('sha256').update(message).digest('hex');
    expect(edges[0]?.node).toMatchObject({
      reason: 'MALFORMED',
      error: `the message has ${message.length} bytes, more than 262144`,
      message: `${message.slice(0, 10_000)}\n[cut: ${message.length} bytes in all, SHA-256 ${hash}]`,
    });
  });
}
