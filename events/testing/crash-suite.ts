import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { countOf, effectsIn, upTo, type World } from './world.ts';

const PROGRAM = fileURLToPath(new URL('./crash-program.ts', import.meta.url));
const TOTAL = 400;
const KILLS = 2;
const FEW = 40;
const FATAL = 13;

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
    expect(await countOf(w.target, 'event_dead_letters')).toBe(0);
  });

  it('BUS-61 gives up a message that ends its process again and again, and no other', {
    timeout: 90_000,
  }, async () => {
    await using w = await world();
    const codes: (number | undefined)[] = [];
    do codes.push(await runInto(w, FATAL));
    while (codes.length < 10 && codes.at(-1) !== undefined);
    expect(codes).toEqual([137, 137, 137, 137, 137, undefined]);
    expect(await effectsIn(w.target)).toEqual(upTo(FEW).filter((n) => n !== FATAL));
    const letters = await w.target.rows('SELECT name, subject, reason, error FROM event_dead_letters', []);
    expect(letters).toEqual([
      {
        name: w.Made.name,
        subject: `Thing:${FATAL}`,
        reason: 'UNDELIVERABLE',
        error: 'it was handed out 5 times, and its process ended before an outcome',
      },
    ]);
    expect(await countOf(w.target, 'event_deliveries')).toBe(0);
  });
}

/** Runs a process that one of its messages ends; gives how it ended, or undefined once it has settled all there is. */
async function runInto(w: World, fatal: number): Promise<number | undefined> {
  const child = start(w, FEW, fatal);
  const over = once(child, 'exit').then(([code]) => code as number);
  const isSettled = async () =>
    (await countOf(w.target, 'effects')) + (await countOf(w.target, 'event_dead_letters')) === FEW &&
    (await countOf(w.target, 'event_deliveries')) === 0;
  const settled = expect.poll(isSettled, { timeout: 15_000, interval: 20 }).toBe(true);
  const code = await Promise.race([over, settled.then(() => undefined)]);
  if (code === undefined) child.kill('SIGTERM');
  await over;
  // As if its leases had ended.
  await w.target.transaction((trx) => trx('event_deliveries').update({ due_at: '2020-01-01 00:00:00.000' }));
  return code;
}

/** Whether so many are handled, and at least 20 are committed and not yet handled. */
async function isAmidst({ source, target }: World, handled: number): Promise<boolean> {
  // Counted in this order, what is handled meanwhile makes the number in flight larger than it looks, never smaller.
  const committed = await countOf(source, 'things');
  const effects = await countOf(target, 'effects');
  return effects > handled && committed - effects >= 20;
}

function start({ surroundings, tag }: World, total = TOTAL, fatal = 0): ChildProcess {
  return spawn(process.execPath, [PROGRAM, tag, String(total), String(fatal)], {
    env: { ...process.env, ...surroundings.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
