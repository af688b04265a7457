import { parseArgs } from 'node:util';

/** Whether this process was started with `--help` or `-h`. */
export const asksForHelp = (): boolean =>
  process.argv.slice(2).some((each) => each === '--help' || each === '-h');

/** @throws the error of parseArgs when this process was started with any argument */
export function refuseArguments(): void {
  parseArgs({ options: {} });
}

/** What parseArgs had against the command line, in a line; undefined when an error is another one. */
export function faultOfCommandLine(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!code?.startsWith('ERR_PARSE_ARGS')) return undefined;
  // What follows is advice on Node's rules.
  const [fault] = message.split(/\.\s/);
  return `${fault}: --help tells what there is`;
}
