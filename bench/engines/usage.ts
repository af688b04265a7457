import { readFileSync } from 'node:fs';

/** Clock ticks are 10 ms on every Linux that Node runs on. */
const TICK_MS = 10;

/** Milliseconds of CPU that a process has used. */
export function cpuOf(pid: number): number {
  // Fields 14 and 15 of proc(5) `stat`: user and system time; the name in field 2 may hold spaces.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Bytes of memory that a process holds (RSS). */
export function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
