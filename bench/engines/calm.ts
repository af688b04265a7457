import { execFileSync } from 'node:child_process';
import { openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';

// What keeps the machine's own doings out of latencies: a p99 of some hundred requests a second is made of a few
// milliseconds. All of it takes Linux, and rights that root has; without them it is said, and measured all the same.

/**
 * Has idle cores wait instead of sleep until this process ends, by Linux's interface for that (PM QoS). In a virtual machine
 * a core that sleeps is the host's, and whoever wakes it pays tens of microseconds: a request at a rate cost a fifth more by
 * that alone. Such waiting is nobody's CPU time.
 */
export function keepAwake(note: (line: string) => void): void {
  attempt(note, 'cores sleep between requests', () => {
    writeSync(openSync('/dev/cpu_dma_latency', 'w'), new Int32Array([0]));
  });
}

/** Milliseconds that a program which goes first may keep a core from another one that does; sched(7). */
const TURN = '/proc/sys/kernel/sched_rr_timeslice_ms';

/**
 * Lets this process, and all that it has started, go before others (SCHED_RR) until disposed of: what looks after a machine
 * takes milliseconds at a time. They take turns of a millisecond: with the usual 100, a helper that marks garbage held up
 * its own program for 60. Not for loads that leave a core no rest, since then the kernel's own threads have none.
 */
export function goFirst(note: (line: string) => void): Disposable {
  let turn: string | undefined;
  attempt(note, 'other programs take their turns between requests', () => schedule('--rr', 1));
  // Apart from the other: a container that may schedule often has a read-only /proc/sys.
  attempt(note, 'programs that go first hold each other up', () => {
    const before = readFileSync(TURN, 'utf8');
    writeFileSync(TURN, '1');
    turn = before;
  });
  return {
    [Symbol.dispose]() {
      attempt(note, 'programs still go first', () => schedule('--other', 0));
      attempt(note, 'turns stay short', () => {
        if (turn !== undefined) writeFileSync(TURN, turn);
      });
    },
  };
}

function schedule(policy: string, priority: number): void {
  for (const pid of familyOf(process.pid)) {
    const args = ['--all-tasks', policy, '--pid', String(priority), String(pid)];
    execFileSync('chrt', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  }
}

/** A process and those that it has started, and they. */
function familyOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}

function attempt(note: (line: string) => void, otherwise: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    note(`${otherwise}: ${(error as Error).message.trim()}`);
  }
}
