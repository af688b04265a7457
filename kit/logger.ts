import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import pretty from 'pino-pretty';

export type { Logger };

/** What every log line of a request names; set by the HTTP server, and inherited by whatever the request starts. */
export const requestScope = new AsyncLocalStorage<{ readonly requestId: string }>();

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
    mixin: () => ({ ...requestScope.getStore() }),
  };
  if (destination) return pino(options, destination);
  if (process.stdout.isTTY) {
    return pino(options, pretty({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l', sync: true }));
  }
  return pino(options);
}
