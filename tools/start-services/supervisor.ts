import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ReadyMessage } from '../../kit/lifecycle.ts';

/** A process to keep running. */
export interface Program {
  readonly name: string;
  /** What Node runs, from the working directory. */
  readonly file: string;
  /** On top of this process's environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** A program that answers. */
export interface Running {
  readonly address: string;
  readonly pid: number;
}

/** A program did not come up at the first start; the message is what it said itself. */
export class StartError extends Error {
  override name = 'StartError';
}

/** What the supervisor is given. */
export interface SupervisorOptions {
  /** In the order of their start; they are stopped in the reverse order. */
  readonly programs: readonly Program[];
  /** Hears each line that a program prints. */
  readonly onLine: (name: string, line: string) => void;
  /** Hears what the supervisor does: restarts, and ends that had to be forced. */
  readonly onNote: (name: string, note: string) => void;
}

/** Processes kept running. */
export interface Supervisor {
  /** Resolves with the programs by name once all have been ready; rejects with a StartError if one ends before. */
  readonly ready: Promise<ReadonlyMap<string, Running>>;
  /** Ends all, the last one first; a second call ends them the hard way. */
  stop(): Promise<void>;
}

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
/** A program that was ready for so long had a fresh start: the next restart comes at once again. */
const STABLE_MS = 10_000;
/** A little more than a process gives itself. */
const GRACE_MS = 12_000;

/**
 * Starts programs and keeps them running: one that ends is started again, after a delay that doubles with each time up
 * to 10 s. Programs are in process groups of their own, so that Ctrl-C in the terminal reaches the supervisor alone and
 * the order of the end is its own; when the supervisor is killed, they notice by their IPC channel and end.
 */
export function supervise({ programs, onLine, onNote }: SupervisorOptions): Supervisor {
  const children = programs.map((program) => createChild(program, { onLine, onNote }));
  const running = Promise.all(children.map(async ({ name, ready }) => [name, await ready] as const));
  let stopping: Promise<void> | undefined;
  return {
    ready: running.then((all) => new Map(all)),
    stop() {
      if (stopping) for (const child of children) child.kill();
      stopping ??= stopInOrder(children);
      return stopping;
    },
  };
}

async function stopInOrder(children: readonly Child[]): Promise<void> {
  const gateway = children.at(-1);
  await gateway?.stop();
  await Promise.all(children.map((child) => child.stop()));
}

interface Child {
  readonly name: string;
  readonly ready: Promise<Running>;
  stop(): Promise<void>;
  kill(): void;
}

function createChild(program: Program, { onLine, onNote }: Omit<SupervisorOptions, 'programs'>): Child {
  const { name } = program;
  const { promise: ready, resolve: setReady, reject: failStart } = Promise.withResolvers<Running>();
  let child: ChildProcess;
  let ended: Promise<void>;
  let restart: NodeJS.Timeout | undefined;
  let stopped = false;
  let wasReady = false;
  let failures = 0;

  function start(): void {
    const complaints: string[] = [];
    let readyAt: number | undefined;
    child = spawnProgram(program);
    for (const stream of ['stdout', 'stderr'] as const) {
      createInterface({ input: child[stream] as NodeJS.ReadableStream }).on('line', (line) => {
        if (stream === 'stderr' && !wasReady) complaints.push(line);
        else if (!stopped) onLine(name, line);
      });
    }
    child.on('message', ({ ready: address }: ReadyMessage) => {
      const pid = child.pid as number;
      readyAt = Date.now();
      if (wasReady) onNote(name, `is back (pid ${pid})`);
      wasReady = true;
      for (const line of complaints) onLine(name, line);
      setReady({ address, pid });
    });
    ended = new Promise((resolve) => {
      child.once('error', (error) => complaints.push(error.message));
      child.once('close', (code, signal) => {
        resolve();
        if (stopped) return;
        if (!wasReady)
          return failStart(new StartError(`${name}: ${complaints.join('\n') || reason(code, signal)}`));
        if (readyAt !== undefined && Date.now() - readyAt > STABLE_MS) failures = 0;
        const delay = Math.min(FIRST_DELAY_MS * 2 ** failures++, LONGEST_DELAY_MS);
        onNote(name, `${reason(code, signal)}: starting it again in ${delay / 1000} s`);
        restart = setTimeout(start, delay);
      });
    });
  }

  start();
  return {
    name,
    ready,
    async stop() {
      stopped = true;
      clearTimeout(restart);
      child.kill('SIGTERM');
      const force = setTimeout(() => {
        onNote(name, 'did not end in time: killed');
        child.kill('SIGKILL');
      }, GRACE_MS);
      await ended;
      clearTimeout(force);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function spawnProgram({ file, env }: Program): ChildProcess {
  return spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
}

const reason = (code: number | null, signal: NodeJS.Signals | null) =>
  signal ? `was ended by ${signal}` : `ended with code ${code}`;
