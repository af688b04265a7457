import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { DockerfileParser } from 'dockerfile-ast';

/** What the Dockerfile says, as far as it matters to a process. */
export interface Image {
  /** Where the files of the image are: its /app. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** The command of its health check. */
  readonly healthCheck: readonly string[];
}

/** A CommonJS module whose types say `default` for what is the module itself. */
const createIgnore = dockerignore as unknown as typeof dockerignore.default;

const instructions = DockerfileParser.parse(readFileSync('Dockerfile', 'utf8')).getInstructions();
const contentOf = (keyword: string) =>
  instructions
    .filter((each) => each.getKeyword() === keyword)
    .map((each) => each.getArgumentsContent() ?? '');

/**
 * Does by hand what `docker build` does, step by step as the Dockerfile has it: the dependencies in a folder of their
 * own by its RUN, then what .dockerignore lets pass.
 */
export function buildImage(folder: string): Image {
  const dependencies = join(folder, 'dependencies');
  const app = join(folder, 'app');
  mkdirSync(dependencies);
  for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(dependencies, file));
  const [install = '', ...others] = contentOf('RUN');
  if (others.length > 0)
    throw new Error('the Dockerfile has a second RUN, which this does not know where to run');
  execFileSync('sh', ['-c', install], { cwd: dependencies, stdio: ['ignore', 'ignore', 'pipe'] });

  const ignored = createIgnore().add(readFileSync('.dockerignore', 'utf8'));
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of listed.trim().split('\n')) {
    if (!ignored.ignores(file)) cpSync(file, join(app, file));
  }
  renameSync(join(dependencies, 'node_modules'), join(app, 'node_modules'));

  const env = contentOf('ENV').flatMap((line) => [...line.matchAll(/(\w+)=(\S+)/g)]);
  const check = /\[.*\]$/s.exec(contentOf('HEALTHCHECK')[0] ?? '')?.[0] ?? '';
  return {
    folder: app,
    env: Object.fromEntries(env.map(([, name = '', value = '']) => [name, value])),
    healthCheck: JSON.parse(check) as string[],
  };
}
