import { expect, it } from 'vitest';
import { on, UnprocessableError } from '../index.ts';
import { eventually } from './eventually.ts';
import { countOf, effectsIn, leaveEffect, make, upTo, type World } from './world.ts';

/** Retries that a test can wait for. */
const FAST = { retryDelays: [20, 40, 80] };

/** What becomes of messages whose handler fails. */
export function describeRetries(world: () => Promise<World>) {
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
    const [newest, ...older] = edges;
    const after = newest?.cursor as string;
    expect((await process.target.deadLetters.list({ after })).edges).toEqual(older);
    const [list, , id] = JSON.parse(Buffer.from(after, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify([list, 'yesterday', id])).toString('base64url');
    await expect(process.target.deadLetters.list({ after: forged })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });

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
    await eventually(() => countOf(w.target, 'event_deliveries')).toBe(20);
  });

  it('BUS-25 counts no failure of the database as the message’s own', async () => {
    await using w = await world();
    const process = w.process();
    let failures = 5;
    process.target.subscribe(
      'group',
      [
        on(w.Made, async (event, trx) => {
          await leaveEffect()(event, trx);
          if (event.payload.n !== 2 || failures-- <= 0) return;
          throw Object.assign(new Error('the server is read-only'), { code: 'ER_OPTION_PREVENTS_STATEMENT' });
        }),
      ],
      { retryDelays: [20] },
    );
    await process.bus.start();
    await make(w, process, ...upTo(3));
    await eventually(() => effectsIn(w.target)).toEqual(upTo(3));
    expect(failures).toBeLessThan(0);
    expect(await process.target.deadLetters.count()).toBe(0);
  });

  it('BUS-26 tells of a dead letter what it failed with at first, where that was something else', async () => {
    await using w = await world();
    const process = w.process();
    let calls = 0;
    process.target.subscribe(
      'group',
      [
        on(w.Made, async () => {
          throw new Error(++calls === 1 ? 'the cause' : 'its consequence');
        }),
      ],
      FAST,
    );
    await process.bus.start();
    await make(w, process, 1);
    await eventually(() => process.target.deadLetters.count()).toBe(1);
    const { edges } = await process.target.deadLetters.list();
    expect(edges[0]?.node).toMatchObject({
      error: 'Error: its consequence (at first: Error: the cause)',
      attempts: 4,
    });
  });
}
