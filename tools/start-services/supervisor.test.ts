import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { supervise } from './supervisor.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-supervisor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program of these lines, under supervision. */
function start(programs: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const notes: string[] = [];
  const supervisor = supervise({
    programs: Object.entries(programs).map(([name, source]) => {
      const file = join(folder, `${name}.mjs`);
      writeFileSync(file, source);
      return { name, file, env: { GREETING: `hello from ${name}` } };
    }),
    onLine: (name, line) => lines.push(`${name}: ${line}`),
    onNote: (name, note) => notes.push(`${name} ${note}`),
  });
  return { ...supervisor, lines, notes, [Symbol.asyncDispose]: supervisor.stop };
}

const READY = "process.send({ ready: 'http://here' });";
const STAYS = `${READY} setInterval(() => {}, 1000);`;

describe('the supervisor', () => {
  it('is ready when all programs are, and passes their lines and their settings on', async () => {
    await using supervised = start({
      a: `console.log(process.env.GREETING); ${STAYS}`,
      b: `console.error('careful'); ${STAYS}`,
    });
    const running = await supervised.ready;
    expect([...running.keys()]).toEqual(['a', 'b']);
    expect(running.get('a')).toMatchObject({ address: 'http://here', pid: expect.any(Number) });
    await expect.poll(() => supervised.lines.toSorted()).toEqual(['a: hello from a', 'b: careful']);
  });

  it('rejects with what a program said when it ends before it was ready', async () => {
    await using supervised = start({ a: STAYS, b: "console.error('no port'); process.exit(1)" });
    await expect(supervised.ready).rejects.toThrow(/^b: no port$/);
  });

  it('starts what ends again, each time after twice the delay', async () => {
    await using supervised = start({ a: `${READY} setTimeout(() => process.exit(3), 50)` });
    await supervised.ready;
    const restarts = () => supervised.notes.filter((note) => note.includes('again'));
    await expect.poll(() => restarts().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    expect(restarts().slice(0, 3)).toEqual(
      [0.25, 0.5, 1].map((delay) => `a ended with code 3: starting it again in ${delay} s`),
    );
  });

  it('ends the last program before the others, and starts nothing again after that', async () => {
    const diary = join(folder, 'diary');
    const ends = (name: string, after: number) => `import { appendFileSync } from 'node:fs';
      process.on('SIGTERM', () => setTimeout(() => {
        appendFileSync('${diary}', '${name} ');
        process.exit();
      }, ${after}));`;
    const supervised = start({
      subgraph: ends('subgraph', 0) + STAYS,
      gateway: ends('gateway', 200) + STAYS,
    });
    const running = await supervised.ready;
    await supervised.stop();
    expect(readFileSync(diary, 'utf8')).toBe('gateway subgraph ');
    for (const { pid } of running.values()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(supervised.notes).toEqual([]);
  });

  it('does not wait when it is told twice', async () => {
    const supervised = start({ a: `process.on('SIGTERM', () => {}); ${STAYS}` });
    await supervised.ready;
    const stopped = supervised.stop();
    void supervised.stop();
    const began = performance.now();
    await stopped;
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
