import { fileURLToPath } from 'node:url';
import { asksForHelp, faultOfCommandLine } from '../kit/command-line.ts';
import { faultOfFile } from '../kit/files.ts';

/** Errors whose message tells a person all they need: they are printed without a stack. */
const EXPECTED = new Set([
  'ConfigError',
  'DatabaseError',
  'ListenError',
  'SupergraphError',
  'CompositionError',
  'ServicesError',
  'StartError',
  'RefusedError',
  'UsageError',
]);

/** What was checked does not hold; the message says why. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** The command line is wrong; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Runs a command-line tool when its file is the one that was started (imported, it does nothing): prints the help for
 * `--help`, and ends with exit code 1 and one line when something expected fails, such as a file that cannot be read or
 * written, 2 when the command line is wrong.
 */
export async function runTool(
  { url }: ImportMeta,
  help: string,
  main: (out: (text: string) => void) => Promise<void>,
): Promise<void> {
  if (fileURLToPath(url) !== process.argv[1]) return;
  if (asksForHelp()) {
    process.stdout.write(help);
    return;
  }
  try {
    await main((text) => void process.stdout.write(text));
  } catch (error) {
    const { name, message, stack } = error as Error;
    const usage = name === 'UsageError' ? message : faultOfCommandLine(error);
    const expected = usage ?? (EXPECTED.has(name) ? message : faultOfFile(error));
    process.stderr.write(`${expected ?? stack}\n`);
    process.exitCode = usage === undefined ? 1 : 2;
  }
}
