import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { goFirst } from './calm.ts';

const FAIR = 0;
const ROUND_ROBIN = 2;

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
  try {
    {
      using _ = goFirst((line) => notes.push(line));
      expect(notes.length > 0 ? notes[0] : policyOf(pid)).toEqual(
        notes.length > 0 ? expect.stringMatching(/^other programs take their turns/) : ROUND_ROBIN,
      );
    }
    expect(policyOf(pid)).toBe(FAIR);
  } finally {
    child.kill();
  }
});
