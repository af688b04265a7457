import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** Where a program runs. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a program came to. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs until it is disposed of. */
export interface RunningProgram extends AsyncDisposable {
  /** The groups of the expression that it was waited for. */
  readonly match: RegExpExecArray;
}

/** Runs a program to its end; by default the running Node. */
export function runProgram(
  args: readonly string[],
  where: Surroundings = {},
  program = process.execPath,
): Outcome {
  return spawnSync(program, args, { ...where, encoding: 'utf8' });
}

/** Starts a Node program and waits until its output matches. */
export async function startProgram(
  args: readonly string[],
  ready: RegExp,
  where: Surroundings = {},
): Promise<RunningProgram> {
  const child = spawn(process.execPath, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
  const match = await waitFor(child, ready);
  return {
    match,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function waitFor(child: ChildProcess, ready: RegExp): Promise<RegExpExecArray> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const match = ready.exec(output);
        if (match) resolve(match);
      });
    }
    child.once('exit', (code) => reject(new Error(`it ended with code ${code}:\n${output}`)));
  });
}
