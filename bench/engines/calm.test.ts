import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { goFirst } from './calm.ts';

const FAIR = 0;
const ROUND_ROBIN = 2;
/** Milliseconds; sched(7). */
const TURN = '/proc/sys/kernel/sched_rr_timeslice_ms';

/** Field 41 of proc(5) `stat`. */
function policyOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[38]);
}

it('lets programs that were started go first for a while, or says that it may not', async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  const pid = child.pid as number;
  const notes: string[] = [];
  const turn = readFileSync(TURN, 'utf8');
  try {
    {
      using _ = goFirst((line) => notes.push(line));
      const isSaid = (what: RegExp) => notes.some((line) => what.test(line));
      expect(policyOf(pid)).toBe(isSaid(/^other programs take their turns/) ? FAIR : ROUND_ROBIN);
      const isLong = isSaid(/^programs that go first hold each other up/);
      expect(Number(readFileSync(TURN, 'utf8'))).toBe(isLong ? Number(turn) : 1);
    }
    expect(policyOf(pid)).toBe(FAIR);
    expect(readFileSync(TURN, 'utf8')).toBe(turn);
  } finally {
    child.kill();
  }
});
