import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program of this project, as a person or a supervisor runs it. */
export interface RunningProgram extends AsyncDisposable {
  readonly child: ChildProcessWithoutNullStreams;
  /** All that it has printed. */
  output(): string;
  /** Resolves with the first match in what it prints; rejects when it ends before, or after a minute. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with its exit code when it has ended. */
  ended: Promise<number | null>;
}

/** Starts `node <args>`, or another command, with these settings on top of the tests' own environment. */
export function run(
  args: readonly string[],
  env: Record<string, string>,
  command: string = process.execPath,
): RunningProgram {
  const child = spawn(command, args, {
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    // By the channel a process of ours learns that the tests are gone, however they ended.
    stdio: ['pipe', 'pipe', 'pipe', ...(command === process.execPath ? ['ipc' as const] : [])],
  }) as ChildProcessWithoutNullStreams;
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      child.emit('printed');
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    output: () => text,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (!match) return;
          child.off('printed', look);
          resolve(match);
        };
        child.on('printed', look);
        look();
        const late = () => reject(new Error(`it did not print ${pattern} within a minute:\n${text}`));
        setTimeout(late, 60_000).unref();
        void ended.then(() => reject(new Error(`it ended before it printed ${pattern}:\n${text}`)));
      }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A folder for a program's data, gone when disposed. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'tessera-data-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
