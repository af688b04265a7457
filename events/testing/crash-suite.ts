import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { countOf, effectsIn, upTo, type World } from './world.ts';

const PROGRAM = fileURLToPath(new URL('./crash-program.ts', import.meta.url));
const TOTAL = 400;
const KILLS = 2;

/** Kills a process that publishes and handles. */
export function describeCrashes(world: () => Promise<World>): void {
  it('BUS-60 loses and repeats nothing when its process is killed, again and again', async () => {
    await using w = await world();
    for (let kill = 1; kill <= KILLS; kill++) {
      const child = start(w);
      await expect.poll(() => isAmidst(w, kill * 60), { timeout: 20_000, interval: 2 }).toBe(true);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect((await countOf(w.source, 'things')) - (await countOf(w.target, 'effects'))).toBeGreaterThan(0);
    }
    const last = start(w);
    await expect.poll(() => countOf(w.target, 'effects'), { timeout: 60_000, interval: 20 }).toBe(TOTAL);
    await expect.poll(() => countOf(w.source, 'event_outbox'), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => countOf(w.target, 'event_deliveries'), { timeout: 60_000 }).toBe(0);
    last.kill('SIGTERM');
    await once(last, 'exit');
    expect(await effectsIn(w.target)).toEqual(upTo(TOTAL));
  });
}

/** Whether so many are handled, and at least 20 are committed and not yet handled. */
async function isAmidst({ source, target }: World, handled: number): Promise<boolean> {
  // Counted in this order, what is handled meanwhile makes the number in flight larger than it looks, never smaller.
  const committed = await countOf(source, 'things');
  const effects = await countOf(target, 'effects');
  return effects > handled && committed - effects >= 20;
}

function start({ surroundings, tag }: World): ChildProcess {
  return spawn(process.execPath, [PROGRAM, tag, String(TOTAL)], {
    env: { ...process.env, ...surroundings.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
