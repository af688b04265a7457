import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';

interface Line {
  readonly msg: string;
  /** Its number. */
  readonly line?: number;
  /** How many were dropped. */
  readonly lines?: number;
}

/** A process that has logged so many lines at once, more than a pipe takes. */
async function startTalking(lines: number) {
  const program = `
    import { runProcess } from '${new URL('lifecycle.ts', import.meta.url)}';
    await runProcess('talking', async ({ log }) => {
      for (let line = 0; line < ${lines}; line++) log.info({ line, padding: '-'.repeat(100) }, 'a line');
      setInterval(() => {}, 1_000);
      process.send('done');
    });
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, LOG_LEVEL: 'info' },
  });
  const ended = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  const late = setTimeout(kill, 10_000);
  await Promise.race([once(child, 'message'), ended]);
  clearTimeout(late);
  return {
    ended,
    stop: () => child.kill('SIGTERM'),
    leaveUnread: () => (child.stdout as Readable).destroy(),
    /** Reads lines until one has this. */
    async readUntil(isLast: (line: Line) => boolean): Promise<Line[]> {
      const read: Line[] = [];
      for await (const text of createInterface({ input: child.stdout as Readable })) {
        read.push(JSON.parse(text));
        if (isLast(read.at(-1) as Line)) break;
      }
      return read;
    },
    [Symbol.dispose]: kill,
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

describe.concurrent('a process whose log nobody reads', { timeout: 30_000 }, () => {
  it('goes on, and ends when it is told to', async ({ expect }) => {
    using talking = await startTalking(5_000);
    talking.stop();
    expect(await talking.ended).toEqual([0, null]);
  });

  it('has lost no line when somebody comes to read', async ({ expect }) => {
    using talking = await startTalking(5_000);
    const lines = await talking.readUntil(({ line }) => line === 4_999);
    expect(lines.map(({ line }) => line)).toEqual(numbers(5_000));
  });

  it('has its last lines read when somebody comes as it ends', async ({ expect }) => {
    using talking = await startTalking(5_000);
    talking.stop();
    expect(await talking.readUntil(({ line }) => line === 4_999)).toHaveLength(5_000);
    expect(await talking.ended).toEqual([0, null]);
  });

  it('goes on, and ends when it is told to, when its reader has left', async ({ expect }) => {
    using talking = await startTalking(5_000);
    talking.leaveUnread();
    await sleep(100);
    talking.stop();
    expect(await talking.ended).toEqual([0, null]);
  });

  it('says how many lines it has dropped for lack of space', async ({ expect }) => {
    using talking = await startTalking(100_000);
    const lines = await talking.readUntil(({ msg }) => msg.includes('dropped'));
    const dropped = lines.pop()?.lines as number;
    expect(dropped).toBeGreaterThan(0);
    expect(lines.map(({ line }) => line)).toEqual(numbers(100_000 - dropped));
  });
});
