import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';

const run = promisify(execFile);

/** What is wrong with a Dockerfile, a line each; empty when it holds. */
export function lintDockerfile(text: string): string[] {
  return validate(text).map(({ range, message }) => `Dockerfile:${range.start.line + 1}: ${message}`);
}

/** The command of a Docker Compose 2 that is installed here; null when there is none. It needs no engine to read a file. */
export async function findCompose(): Promise<readonly string[] | null> {
  for (const command of [['docker', 'compose'], ['docker-compose']]) {
    try {
      const { stdout } = await run(command[0] as string, [...command.slice(1), 'version', '--short']);
      if (/^v?[2-9]/.test(stdout)) return command;
    } catch {
      // Not installed, or without its Compose plugin.
    }
  }
  return null;
}

/** What Docker Compose has against docker-compose.yml; empty when it holds. */
export async function checkComposeFile(compose: readonly string[], file: string): Promise<string> {
  const [command = '', ...args] = compose;
  try {
    await run(command, [...args, '--file', file, 'config', '--quiet']);
    return '';
  } catch (error) {
    return (error as { stderr?: string }).stderr || (error as Error).message;
  }
}
