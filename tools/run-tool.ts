import { fileURLToPath } from 'node:url';

/** Errors whose message tells a person all they need: they are printed without a stack. */
const EXPECTED = new Set([
  'ConfigError',
  'DatabaseError',
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
 * `--help`, and ends with exit code 1 and one line when something expected fails, 2 when the command line is wrong.
 */
export async function runTool(
  { url }: ImportMeta,
  help: string,
  main: (out: (text: string) => void) => Promise<void>,
): Promise<void> {
  if (fileURLToPath(url) !== process.argv[1]) return;
  if (process.argv.slice(2).some((each) => each === '--help' || each === '-h')) {
    process.stdout.write(help);
    return;
  }
  try {
    await main((text) => void process.stdout.write(text));
  } catch (error) {
    const { name, message, stack, code } = error as Error & { code?: unknown };
    const usage = name === 'UsageError' || String(code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(EXPECTED.has(name) || usage ? `${message}\n` : `${stack}\n`);
    process.exitCode = usage ? 2 : 1;
  }
}
