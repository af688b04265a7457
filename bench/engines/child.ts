import { type ChildProcess, fork } from 'node:child_process';
import { cpuOf, memoryOf } from './usage.ts';

/** A process that is measured from outside. */
export interface Child<Message> extends AsyncDisposable {
  /** What it said when it was ready. */
  readonly ready: Message;
  /** Sends a message, and gives what it says next; rejects when it ends instead. */
  ask<Answer>(message: unknown): Promise<Answer>;
  /** Milliseconds of CPU that it has used. */
  cpu(): number;
  /** Bytes of memory that it holds. */
  memory(): number;
}

/** Starts a module of ours as a process, and waits for its first message. */
export async function startChild<Message>(
  module: URL,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Child<Message>> {
  const child = fork(module, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const nextMessage = <Said>(): Promise<Said> =>
    new Promise((resolve, reject) => {
      const fail = (code: number | null) => reject(new Error(`${module.pathname} ended with ${code}`));
      child.once('exit', fail);
      child.once('message', (message) => {
        child.off('exit', fail);
        resolve(message as Said);
      });
    });
  const ready = await nextMessage<Message>();
  const pid = child.pid as number;
  return {
    ready,
    ask: <Answer>(message: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        nextMessage<Answer>().then(resolve, reject);
        child.send(message as object, (error) => error && reject(error));
      }),
    cpu: () => cpuOf(pid),
    memory: () => memoryOf(pid),
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Refuses numbers of a compiled gateway that left requests to the reference engine. */
export async function expectNoFallback(gateway: Child<unknown>): Promise<void> {
  const fallbacks = await gateway.ask<number>('fallbacks');
  if (fallbacks > 0) throw new Error(`the reference engine answered ${fallbacks} requests`);
}
