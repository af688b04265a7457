import { readdirSync, readFileSync } from 'node:fs';

/** The unit of CPU times in proc(5); 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** What processes have used so far. */
export interface Usage {
  /** Seconds of CPU, of the program and of the kernel on its behalf. */
  readonly cpu: number;
  /** Bytes of memory, what is shared with others counted in part (PSS). */
  readonly memory: number;
}

/** Adds up what processes and all their descendants have used. Linux only. */
export function usageOf(roots: readonly number[]): Usage {
  const stats = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statOf),
  );
  const pids = new Set(roots);
  // Parents may be listed after their children, where pids have been used up once.
  for (let before = -1; before !== pids.size; ) {
    before = pids.size;
    for (const [pid, { parent }] of stats) if (pids.has(parent)) pids.add(pid);
  }
  const used = [...pids].map((pid) => stats.get(pid)?.cpu ?? 0);
  return {
    cpu: used.reduce((sum, each) => sum + each, 0),
    memory: [...pids].reduce((sum, pid) => sum + memoryOf(pid), 0),
  };
}

function statOf(pid: string): [number, { parent: number; cpu: number }][] {
  try {
    // The command's name is in parentheses and may hold any character, so fields are counted after the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    const cpu = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    return [[Number(pid), { parent: Number(fields[1]), cpu }]];
  } catch {
    return [];
  }
}

function memoryOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
