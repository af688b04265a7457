import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which cores serve, and which ask: lists as taskset(1) takes them; null where there is but one core. */
export interface Cores {
  readonly serving: string | null;
  readonly asking: string | null;
}

/** The last core serves, alone; the others ask. Every gateway gets the same one, whatever its language. */
export function splitCores(allowed: string): Cores {
  const cores = allowed.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  if (cores.length < 2) return { serving: null, asking: null };
  return { serving: String(cores.at(-1)), asking: cores.slice(0, -1).join(',') };
}

/** Moves this process to the cores that ask, and tells which serve. Linux only, as is proc(5). */
export function takeCores(): Cores {
  const [, allowed = '0'] =
    /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  const cores = splitCores(allowed);
  if (cores.asking) execFileSync('taskset', ['-a', '-c', '-p', cores.asking, String(process.pid)]);
  return cores;
}
