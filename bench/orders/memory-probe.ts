import { readFileSync } from 'node:fs';
import { memoryUsage } from 'node:process';

/** What a process holds, in MiB. */
export interface Memory {
  /** Objects of JavaScript that are in use, after a full collection. */
  readonly heap: number;
  /** What the process alone occupies: heaps, SQLite's page caches, buffers, and what the allocator keeps of them. */
  readonly own: number;
  /** All that the system counts as the process's; also the pages of mapped database files, which it may take back. */
  readonly rss: number;
}

/** What the process sends. */
export interface MemoryAnswer {
  readonly memory: Memory;
}

const MIB = 2 ** 20;

/** Loaded into a measured process (`--import`, with `--expose-gc`): answers each message with what the process holds. */
process.on('message', () => {
  gc?.();
  process.send?.({ memory: measure() } satisfies MemoryAnswer);
});
// It is the servers that keep the process alive.
process.channel?.unref();

function measure(): Memory {
  const { heapUsed, rss } = memoryUsage();
  return { heap: heapUsed / MIB, own: readOwn() ?? rss / MIB, rss: rss / MIB };
}

/** Linux tells it apart; elsewhere it is not known. */
function readOwn(): number | null {
  try {
    const [, kib] = /^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return kib === undefined ? null : Number(kib) / 1024;
  } catch {
    return null;
  }
}
