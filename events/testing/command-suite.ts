import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../kit/ids.ts';
import type { Outbox } from '../bus.ts';
import type { Asked } from '../carry-out.ts';
import type { Message, Received } from '../contract.ts';
import {
  carryOut,
  carryOutMany,
  defineCommand,
  done,
  idempotencyKeyOf,
  on,
  refused,
  replyTo,
} from '../index.ts';
import { eventually } from './eventually.ts';
import { countOf, effectsIn, makeRaw, upTo, type World } from './world.ts';

/** Retries that a test can wait for. */
const FAST = { retryDelays: [20, 40] };

/** Commands, and the replies to them. */
export function describeCommands(world: () => Promise<World>): void {
  it('BUS-70 answers a command with what came of it, to the sender who knows it by its correlation id', async () => {
    await using w = await world();
    const { Make, process, send, replies } = await office(w);
    process.target.subscribe('commands', [
      carryOut(process.target.outbox, Make, async ({ payload: { n } }, trx) => {
        if (n > 1) return refused('TOO_MANY', `There are not ${n}.`, '7');
        await leaveEffect(trx, n);
        return done({ made: n });
      }),
    ]);
    await send(Make.message({ id: 'a', payload: { n: 1 }, correlationId: 'w/r/s/1', cause: TRACE }));
    await send(Make.message({ id: 'b', payload: { n: 2 }, correlationId: 'w/r/s/2' }));
    await eventually(() => replies.length).toBe(2);
    expect(replies.sort((a, b) => (a.subject < b.subject ? -1 : 1))).toMatchObject([
      {
        name: `${Make.name}Replied`,
        subject: 'Thing:a',
        correlationId: 'w/r/s/1',
        traceparent: TRACE.traceparent,
        payload: { outcome: 'DONE', result: { made: 1 } },
      },
      {
        name: `${Make.name}Replied`,
        subject: 'Thing:b',
        correlationId: 'w/r/s/2',
        payload: { outcome: 'REFUSED', code: 'TOO_MANY', message: 'There are not 2.', about: '7' },
      },
    ]);
    expect(await effectsIn(w.target)).toEqual([1]);
  });

  it('BUS-71 carries a command out that nobody wants answered, and does not answer it', async () => {
    await using w = await world();
    const { Make, process, send, replies } = await office(w);
    process.target.subscribe('commands', [
      carryOut(process.target.outbox, Make, async ({ payload: { n } }, trx) => {
        await leaveEffect(trx, n);
        return done({ made: n });
      }),
    ]);
    await send(Make.message({ id: 'a', payload: { n: 1 } }));
    await eventually(() => effectsIn(w.target)).toEqual([1]);
    // What is sent afterwards is answered: a reply to the first would be there by then.
    await send(Make.message({ id: 'b', payload: { n: 2 }, correlationId: 'w/r/s/1' }));
    await eventually(() => replies.map(({ subjectId }) => subjectId)).toEqual(['b']);
    await eventually(() => countOf(w.target, 'event_outbox')).toBe(0);
    expect(replies.length).toBe(1);
  });

  it('BUS-72 answers later what could not be answered at once', async () => {
    await using w = await world();
    const { Make, process, send, replies } = await office(w);
    const asked: Asked[] = [];
    process.target.subscribe('commands', [
      carryOut(process.target.outbox, Make, async ({ subjectId, correlationId, traceparent }) => {
        asked.push({ subjectId, correlationId, traceparent });
        return null;
      }),
    ]);
    await send(Make.message({ id: 'a', payload: { n: 1 }, correlationId: 'w/r/s/1', cause: TRACE }));
    await eventually(() => asked.length).toBe(1);
    await sleep(100);
    expect(replies).toEqual([]);
    await w.target.transaction((trx) =>
      process.target.outbox.add(trx, ...replyTo(Make, asked[0] as Asked, done({ made: 1 }))),
    );
    await eventually(() => replies.length).toBe(1);
    expect(replies[0]).toMatchObject({
      subjectId: 'a',
      correlationId: 'w/r/s/1',
      traceparent: TRACE.traceparent,
      payload: { outcome: 'DONE', result: { made: 1 } },
    });
    const unasked = { subjectId: 'b', correlationId: null, traceparent: null };
    expect(replyTo(Make, unasked, done({ made: 1 }))).toEqual([]);
  });

  it('BUS-73 takes an answer that its contract does not know for a failure: nothing is done, nobody is told', async () => {
    await using w = await world();
    const { Make, process, send, replies } = await office(w);
    const answers = [
      () => refused('BAD_MOOD' as 'TOO_MANY', 'Not today.'),
      () => done({ made: 'many' as unknown as number }),
    ];
    process.target.subscribe(
      'commands',
      [
        carryOut(process.target.outbox, Make, async ({ payload: { n } }, trx) => {
          await leaveEffect(trx, n);
          return answers[n]?.() ?? done({ made: n });
        }),
      ],
      FAST,
    );
    await send(
      ...[0, 1, 2].map((n) => Make.message({ id: String(n), payload: { n }, correlationId: `w/r/${n}/1` })),
    );
    await eventually(() => process.target.deadLetters.count()).toBe(2);
    const { edges } = await process.target.deadLetters.list();
    expect(edges.map(({ node }) => [node.subject, node.reason, node.attempts]).sort()).toEqual([
      ['Thing:0', 'HANDLER_FAILED', 3],
      ['Thing:1', 'HANDLER_FAILED', 3],
    ]);
    expect(await effectsIn(w.target)).toEqual([2]);
    await eventually(() => replies.map(({ subjectId }) => subjectId)).toEqual(['2']);
  });

  it('BUS-74 answers only if what was done is committed, and once', async () => {
    await using w = await world();
    const { Make, process, send, replies } = await office(w);
    let failures = 2;
    const failing: Outbox = {
      async add(trx, ...messages) {
        await process.target.outbox.add(trx, ...messages);
        if (failures-- > 0) throw new Error('after the reply was written');
      },
    };
    process.target.subscribe(
      'commands',
      [
        carryOut(failing, Make, async ({ payload: { n } }, trx) => {
          await leaveEffect(trx, n);
          return done({ made: n });
        }),
      ],
      FAST,
    );
    const messageId = newId();
    const command = Make.message({ id: 'a', payload: { n: 1 }, correlationId: 'w/r/s/1', messageId });
    await send(command);
    await eventually(() => replies.length).toBe(1);
    // A duplicate of the message is none of the command: it is dropped.
    await send(command);
    await send(Make.message({ id: 'b', payload: { n: 2 }, correlationId: 'w/r/s/2' }));
    await eventually(() => replies.map(({ subjectId }) => subjectId)).toEqual(['a', 'b']);
    expect(failures).toBeLessThan(0);
    expect(await effectsIn(w.target)).toEqual([1, 2]);
  });

  it('BUS-75 carries many commands out together, and answers each with its own outcome', async () => {
    await using w = await world();
    const { Make, process, send, replies } = await office(w, { starts: false });
    const sizes: number[] = [];
    process.target.subscribe(
      'commands',
      [
        carryOutMany(process.target.outbox, Make, async (commands, trx) => {
          for (const { payload } of commands) await leaveEffect(trx, payload.n);
          if (commands.some(({ payload }) => payload.n === 30)) throw new Error('not this one');
          sizes.push(commands.length);
          return commands.map(({ payload: { n } }) => {
            if (n % 3 === 0) return null;
            return n % 2 === 0 ? refused('TOO_MANY', 'Even.', String(n)) : done({ made: n });
          });
        }),
      ],
      FAST,
    );
    await send(
      ...upTo(40).map((n) => {
        const correlationId = n > 38 ? undefined : `w/r/${n}/1`;
        return Make.message({ id: String(n), payload: { n }, correlationId });
      }),
    );
    await process.bus.start();
    const others = upTo(40).filter((n) => n !== 30);
    await eventually(() => effectsIn(w.target)).toEqual(others);
    const answered = upTo(38).filter((n) => n % 3 !== 0);
    await eventually(() => replies.length).toBe(answered.length);
    await eventually(() => countOf(w.target, 'event_outbox')).toBe(0);
    expect(
      replies
        .map(({ subjectId, correlationId, payload }) => [Number(subjectId), correlationId, payload] as const)
        .sort(([a], [b]) => a - b),
    ).toEqual(
      answered.map((n) => [
        n,
        `w/r/${n}/1`,
        n % 2 === 0
          ? { outcome: 'REFUSED', code: 'TOO_MANY', message: 'Even.', about: String(n) }
          : { outcome: 'DONE', result: { made: n } },
      ]),
    );
    await eventually(() => process.target.deadLetters.count()).toBe(1);
    await send(...upTo(20).map((n) => Make.message({ id: String(n), payload: { n: 100 + n } })));
    await eventually(() => effectsIn(w.target)).toEqual([...others, ...upTo(20).map((n) => 100 + n)]);
    expect(Math.max(...sizes)).toBeGreaterThan(1);
  });

  it('BUS-76 gives all attempts at a step one idempotency key, and every other command another', async () => {
    await using w = await world();
    const { Make, process, send } = await office(w);
    const keys = new Map<string, string>();
    process.target.subscribe('commands', [
      carryOut(process.target.outbox, Make, async (command) => {
        keys.set(command.subjectId, idempotencyKeyOf(command));
        return null;
      }),
    ]);
    const messageId = newId();
    const ids = {
      first: 'w/run-1/make/1',
      second: 'w/run-1/make/2',
      step: 'w/run-1/undo/1',
      run: 'w/run-2/make/1',
      foreign1: 'call-1',
      foreign2: 'call-2',
    };
    await send(
      Make.message({ id: 'unasked', payload: { n: 0 }, messageId }),
      ...Object.entries(ids).map(([id, correlationId]) =>
        Make.message({ id, payload: { n: 0 }, correlationId }),
      ),
    );
    await eventually(() => keys.size).toBe(7);
    expect(Object.fromEntries(keys)).toEqual({
      unasked: messageId,
      first: 'w/run-1/make',
      second: 'w/run-1/make',
      step: 'w/run-1/undo',
      run: 'w/run-2/make',
      foreign1: 'call-1',
      foreign2: 'call-2',
    });
  });

  it('BUS-77 reads a message of a producer that knows no correlation ids as one without', async () => {
    await using w = await world();
    const process = w.process();
    const received: Received[] = [];
    process.target.subscribe('group', [on(w.Made, async (event) => void received.push(event))]);
    await process.bus.start();
    const envelope = {
      id: newId(),
      name: w.Made.name,
      version: 1,
      occurredAt: '2026-01-01T00:00:00.000Z',
      subject: 'Thing:1',
      sequence: 1,
      traceparent: null,
      payload: { n: 1 },
    };
    await makeRaw(w, JSON.stringify(envelope), envelope.id);
    await makeRaw(w, JSON.stringify({ ...envelope, id: newId(), correlationId: 'w/r/s/1' }));
    await eventually(() => received.length).toBe(2);
    expect(new Set(received.map(({ correlationId }) => correlationId))).toEqual(new Set([null, 'w/r/s/1']));
  });
}

const TRACE = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };

const defineMake = ({ tag }: World) =>
  defineCommand({
    name: `Make${tag}`,
    recipient: `target${tag}`,
    subject: 'Thing',
    payload: z.object({ n: z.int() }),
    result: z.object({ made: z.int() }),
    refusals: ['TOO_MANY'],
  });

/** A process whose `source` sends commands to `target` and collects the replies. */
async function office(w: World, { starts = true } = {}) {
  const process = w.process();
  const Make = defineMake(w);
  const replies: Received[] = [];
  process.source.subscribe('replies', [on(Make.reply, async (reply) => void replies.push(reply))]);
  if (starts) await process.bus.start();
  const send = (...commands: readonly Message[]) =>
    w.source.transaction((trx) => process.source.outbox.add(trx, ...commands));
  return { process, Make, replies, send };
}

const leaveEffect = (trx: Knex.Transaction, n: number) =>
  trx.raw('INSERT INTO effects (consumer, n) VALUES (?, ?)', ['group', n]);
