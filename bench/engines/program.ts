import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf, memoryOf } from './usage.ts';

/** A process that is measured from outside. */
export interface Program extends AsyncDisposable {
  /** Milliseconds of CPU that it has used. */
  cpu(): number;
  /** Bytes of memory that it holds (RSS). */
  memory(): number;
  /** Lets it run while something is done with it, and stops it after that: what it had to put in order then waits, too. */
  whileRunning<Result>(action: () => Promise<Result>): Promise<Result>;
}

/** How a process is started. */
export interface ProgramOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The cores that it may use; null for all. */
  readonly cores: string | null;
  /** Where its output goes. */
  readonly log: string;
  /** Tells whether it serves yet; a rejection means no. */
  readonly ready: () => Promise<boolean>;
}

const PATIENCE_MS = 60_000;
/** For what came while a process was stopped: connections that the other side has closed, timers. */
const CATCHING_UP_MS = 50;

/** Nothing may outlive the run, however it ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/**
 * Starts a process, and waits until it serves.
 *
 * @throws when it ends before, or takes longer than a minute, with the end of its output
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { command, args, env, cwd, cores, log, ready } = options;
  const line = [...(cores ? ['taskset', '-c', cores] : []), command, ...args];
  const output = openSync(log, 'w');
  const child = spawn(line[0] as string, line.slice(1), {
    env: { ...process.env, ...env },
    cwd,
    stdio: ['ignore', output, output],
  });
  await once(child, 'spawn');
  running.add(child);
  child.once('exit', () => running.delete(child));
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await ready().catch(() => false))) {
    if (child.exitCode === null && Date.now() < deadline) await sleep(100);
    else {
      await end(child);
      throw new Error(
        `${command} ${args.join(' ')} does not serve:\n${readFileSync(log, 'utf8').slice(-2000)}`,
      );
    }
  }
  const pid = child.pid as number;
  return {
    cpu: () => cpuOf(pid),
    memory: () => memoryOf(pid),
    async whileRunning(action) {
      child.kill('SIGCONT');
      await sleep(CATCHING_UP_MS);
      try {
        return await action();
      } finally {
        child.kill('SIGSTOP');
      }
    },
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
