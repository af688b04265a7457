import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../kit/testing/response.ts';
import { createPasswordWork } from './password-work.ts';

/** Lets everything go on that waits for nothing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when the test says so, and the order in which it began. */
function startWork(limits = { atOnce: 1, places: 6, placesOfOne: 4 }) {
  const work = createPasswordWork(limits);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    work,
    ask(name: string, by?: string) {
      const place = work.take(by);
      const done = place.run(() => {
        begun.push(name);
        return new Promise<void>((resolve) => void ends.push(resolve));
      });
      return done.finally(() => place[Symbol.dispose]());
    },
    async endOne() {
      ends.shift()?.();
      await settle();
    },
  };
}

/** The code of why a place was refused. */
function refusal(take: () => unknown): unknown {
  try {
    take();
    return undefined;
  } catch (error) {
    return errorCodes({ errors: [error as never] })[0];
  }
}

describe('work on passwords', () => {
  it('goes on in turns of those who ask, however much one of them asks for', async () => {
    const { ask, begun, endOne } = startWork();
    for (const name of ['a1', 'a2', 'a3', 'a4']) void ask(name, 'a');
    void ask('b1', 'b');
    await settle();
    for (let i = 0; i < 5; i++) await endOne();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  });

  it('begins no more at once than it may', async () => {
    const { ask, begun, endOne } = startWork({ atOnce: 2, places: 6, placesOfOne: 6 });
    for (const name of ['1', '2', '3']) void ask(name);
    await settle();
    expect(begun).toEqual(['1', '2']);
    await endOne();
    expect(begun).toEqual(['1', '2', '3']);
  });

  it('is refused to one who has too much under way, and to everybody when there is too much of it', async () => {
    const { ask, work, endOne } = startWork();
    for (const name of ['a1', 'a2', 'a3', 'a4']) void ask(name, 'a');
    expect(refusal(() => work.take('a'))).toBe('RATE_LIMITED');
    void ask('b1', 'b');
    void ask('somebody');
    expect(refusal(() => work.take('c'))).toBe('RATE_LIMITED');
    expect(refusal(() => work.take())).toBe('RATE_LIMITED');
    await settle();
    await endOne();
    expect(refusal(() => work.take('a')[Symbol.dispose]())).toBeUndefined();
  });

  it('gives its turn on when it fails', async () => {
    const work = createPasswordWork({ atOnce: 1, places: 2, placesOfOne: 2 });
    using place = work.take();
    await expect(place.run(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
    expect(await place.run(async () => 'done')).toBe('done');
  });
});
