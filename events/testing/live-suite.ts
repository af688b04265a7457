import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { countOf, make, type World } from './world.ts';

/** Listening without durability. */
export function describeLive(world: () => Promise<World>) {
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
