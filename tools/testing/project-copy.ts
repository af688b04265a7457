import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const LEFT_OUT = new Set(['.git', '.data', 'coverage', 'dist', 'node_modules']);

/** A copy of the project in a folder of its own, under git, with the packages of this one. */
export interface ProjectCopy extends Disposable {
  readonly root: string;
  /** Runs a program of the copy to its end; by default the running Node. */
  run(args: readonly string[], program?: string): { status: number | null; stdout: string; stderr: string };
  /** Starts a Node program and waits for a line of its output. */
  start(args: readonly string[], ready: RegExp, env?: NodeJS.ProcessEnv): Promise<RunningProgram>;
  /** What differs from the original, a line each, as `git status --short` has it. */
  changes(): string[];
  /** Makes it equal to the original again. */
  restore(): void;
  edit(file: string, change: (text: string) => string): void;
}

/** A program that runs until it is disposed of. */
export interface RunningProgram extends AsyncDisposable {
  /** The groups of the expression that it was waited for. */
  readonly match: RegExpExecArray;
}

/** Copies the project as it stands; `using` removes the copy. */
export function copyProject(): ProjectCopy {
  const root = mkdtempSync(join(tmpdir(), 'tessera-copy-'));
  cpSync('.', root, {
    recursive: true,
    filter: (source) =>
      !relative('.', source)
        .split('/')
        .some((part) => LEFT_OUT.has(part)),
  });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const env = { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, NODE_ENV: undefined };
  const run: ProjectCopy['run'] = (args, program = process.execPath) =>
    spawnSync(program, args, { cwd: root, encoding: 'utf8', env });
  const git = (...args: string[]) => {
    const { status, stdout, stderr } = run(
      ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args],
      'git',
    );
    if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
    return stdout;
  };
  git('init', '-q');
  // A link is no folder to git, so that the rule for the folder does not cover it.
  writeFileSync(join(root, '.git/info/exclude'), 'node_modules\n');
  git('add', '-A');
  git('commit', '-qm', 'The project');
  return {
    root,
    run,
    start: (args, ready, more) => startProgram(args, ready, root, { ...env, ...more }),
    changes: () => git('status', '--short').split('\n').filter(Boolean),
    restore() {
      git('reset', '-q', '--hard');
      git('clean', '-fdq');
    },
    edit(file, change) {
      writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function startProgram(args: readonly string[], ready: RegExp, cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
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
