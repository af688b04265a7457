import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type Outcome, type RunningProgram, runProgram, startProgram } from './program.ts';

const LEFT_OUT = new Set(['.git', '.data', 'coverage', 'dist', 'node_modules']);

/** A copy of the project in a folder of its own, under git, with the packages of this one. */
export interface ProjectCopy extends Disposable {
  readonly root: string;
  /** Runs a program of the copy to its end; by default the running Node. */
  run(args: readonly string[], program?: string): Outcome;
  /** Starts a Node program and waits for a line of its output. */
  start(args: readonly string[], ready: RegExp, env?: NodeJS.ProcessEnv): Promise<RunningProgram>;
  /** What differs from the original, a line each, as `git status --short` has it. */
  changes(): string[];
  /** Makes it equal to the original again. */
  restore(): void;
  edit(file: string, change: (text: string) => string): void;
}

/** Copies the project as it stands; `using` removes the copy. */
export function copyProject(): ProjectCopy {
  const root = makeFolder();
  cpSync('.', root, {
    recursive: true,
    filter: (source) =>
      !relative('.', source)
        .split('/')
        .some((part) => LEFT_OUT.has(part)),
  });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const env = { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, NODE_ENV: undefined };
  const run: ProjectCopy['run'] = (args, program) => runProgram(args, { cwd: root, env }, program);
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
    start: (args, ready, more) => startProgram(args, ready, { cwd: root, env: { ...env, ...more } }),
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

/** Folders whose names come again, so that Node finds the programs of a copy compiled when it runs those of the next. */
function makeFolder(): string {
  for (let number = 1; ; number++) {
    const path = join(tmpdir(), `tessera-copy-${number}`);
    try {
      mkdirSync(path, { mode: 0o700 });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
