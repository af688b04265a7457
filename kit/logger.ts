import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import pretty from 'pino-pretty';
import { traceIdOf } from './telemetry/traceparent.ts';

export type { Logger };

/** What whatever goes on belongs to. */
export interface RequestScope {
  /** The client's request; none where a message is handled. */
  readonly requestId?: string;
  /** W3C trace context. */
  readonly traceparent?: string | undefined;
}

/** What every log line names; set where a request comes in or a message is handled, and inherited by what that starts. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

/** The W3C trace context of whatever is going on, where there is one. */
export const currentTraceparent = (): string | undefined => requestScope.getStore()?.traceparent;

/** Never printed, wherever in a logged object they stand. */
const SECRETS = ['authorization', 'password', 'token', '*.authorization', '*.password', '*.token'];

/**
 * Makes a process's logger: JSON lines, or coloured text where a person looks at a terminal.
 *
 * @param name what the process is, as it stands in each line
 * @param level a pino level, or `silent`; default `info`
 */
export function createLogger(name: string, level = 'info', destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    redact: SECRETS,
    timestamp: stdTimeFunctions.isoTime,
    mixin: () => {
      const { traceparent, ...scope } = requestScope.getStore() ?? {};
      return traceparent ? { ...scope, traceId: traceIdOf(traceparent) } : scope;
    },
  };
  if (destination) return pino(options, destination);
  if (process.stdout.isTTY) {
    return pino(options, pretty({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l', sync: true }));
  }
  standardOutput ??= openStandardOutput();
  return pino(options, standardOutput);
}

/** The process's own, which all its loggers share. */
let standardOutput: DestinationStream | undefined;

/** What lines may take in memory while nobody reads them, in bytes; further ones are dropped. */
const MAX_BACKLOG = 16 * 2 ** 20;
const RETRY_MS = 10;
/** So long does the end of a process wait for its last lines to be read. */
const LAST_MS = 1_000;

/**
 * Standard output that never holds the process up. By itself pino sleeps on a pipe that is full until somebody reads it:
 * nothing is answered meanwhile, and no signal ends the process.
 */
function openStandardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MAX_BACKLOG, retryEAGAIN: () => false });
  /** Set while lines wait. */
  let retrying: NodeJS.Timeout | undefined;
  /** An empty line has it write what it has; flushing would write a part twice when it is held up amid that. */
  const retry = (): void => {
    clearTimeout(retrying);
    retrying = undefined;
    output.write('');
  };
  output.on('error', ({ code }: NodeJS.ErrnoException) => {
    // Who read is gone, and for good.
    if (code !== 'EPIPE') retrying ??= setTimeout(retry, RETRY_MS).unref();
  });
  let dropped = 0;
  output.on('drop', () => dropped++);
  const own = pino({ timestamp: stdTimeFunctions.isoTime }, output);
  output.on('drain', () => {
    // It comes a tick late: lines may have been held up since.
    if (dropped === 0 || retrying) return;
    own.warn({ lines: dropped }, 'lines of the log were dropped, since nobody read it');
    dropped = 0;
  });
  process.once('exit', () => {
    const nobody = new Int32Array(new SharedArrayBuffer(4));
    for (const until = Date.now() + LAST_MS; retrying && Date.now() < until; retry()) {
      Atomics.wait(nobody, 0, 0, RETRY_MS);
    }
  });
  return output;
}
