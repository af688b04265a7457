import { asksForHelp, faultOfCommandLine, refuseArguments } from './command-line.ts';
import { commonSettings, readSettings } from './config.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { startTracing } from './telemetry/start-tracing.ts';
import type { Tracing } from './telemetry/tracing.ts';

/** What has not stopped by then is cut off, so that a process ends within 10 s of its signal. */
const GRACE_MS = 8_000;

/** Ends a process in order: what was started last is stopped first. */
export interface Lifecycle {
  /** Registers how to stop a thing that has started. */
  onStop(name: string, stop: () => Promise<void> | void): void;
  /** Stops everything; a second call waits for the first. A part that fails to stop does not keep the others. */
  stop(): Promise<void>;
}

export function createLifecycle(log: Logger): Lifecycle {
  const parts: { name: string; stop: () => Promise<void> | void }[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    for (const { name, stop } of parts.reverse()) {
      try {
        await stop();
      } catch (error) {
        log.error({ err: error, part: name }, 'could not stop cleanly');
      }
    }
  };
  return {
    onStop: (name, stop) => void parts.push({ name, stop }),
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

/** npm passes on the signal that a terminal has sent to everybody already: what follows so soon is the same one. */
const ECHO_MS = 1_000;

/**
 * Calls `stop` when this process is told to end: by SIGINT or SIGTERM, or when the shell is gone that npm started it
 * with, since that shell passes no signal on.
 *
 * @param stop is told whether somebody insists: a further signal, a second later or more
 */
export function onEnd(stop: (insists: boolean) => void): void {
  let told: number | undefined;
  const tell = () => {
    if (told !== undefined && Date.now() - told < ECHO_MS) return;
    stop(told !== undefined);
    told ??= Date.now();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, tell);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    // It goes as well when both were told to: that insists on nothing.
    if (told === undefined) tell();
  }, 250);
  watch.unref();
}

/** What a process is started with. */
export interface ProcessParts {
  readonly log: Logger;
  readonly lifecycle: Lifecycle;
  /** What the process tells of itself. */
  readonly metrics: Metrics;
  /** Records spans, where settings ask for it. */
  readonly tracing: Tracing | undefined;
  /**
   * To be called once it answers at this address, or works if it has none: tells the log, and the supervisor that
   * started it, if any.
   */
  ready(address?: string): void;
}

/** What a process tells the supervisor that started it with an IPC channel. */
export interface ReadyMessage {
  readonly ready: string;
}

/** What else a process may be. */
export interface ProcessOptions {
  /** What `--help` prints; such a process takes no other arguments. Without it they are not looked at. */
  readonly help?: string;
  /** What it is called in traces; default `tessera-<name>`. */
  readonly service?: string;
}

/**
 * Runs a process: `start` until it is told to end (`onEnd`), then an orderly stop within 10 s. A failed start, an exception that
 * nobody caught or a second signal end it with exit code 1. One that a supervisor started over an IPC channel stops when
 * that closes, so that it never outlives its supervisor.
 *
 * @param name what the process is, in its log; of a subgraph it is also the prefix of its own settings
 */
export async function runProcess(
  name: string,
  start: (parts: ProcessParts) => Promise<void>,
  { help, service = `tessera-${name}` }: ProcessOptions = {},
): Promise<void> {
  if (help !== undefined && asksForHelp()) {
    process.stdout.write(help);
    return;
  }
  let lifecycle: Lifecycle | undefined;
  const end = async (code: number) => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await lifecycle?.stop();
    process.exit(code);
  };
  try {
    if (help !== undefined) refuseArguments();
    const { LOG_LEVEL } = readSettings({ LOG_LEVEL: commonSettings.LOG_LEVEL }, process.env, name);
    const log = createLogger(name, LOG_LEVEL);
    lifecycle = createLifecycle(log);
    onEnd((insists) => {
      if (insists) process.exit(1);
      log.debug('stopping');
      void end(0);
    });
    process.once('disconnect', () => void end(0));
    // The supervisor may be gone before anybody listened for it.
    if (process.send && !process.connected) void end(0);
    process.on('uncaughtException', (error) => {
      // Not as fatal: pino would flush that, and a pipe that is full amid it gets a part twice.
      log.error({ err: error }, 'uncaught exception');
      void end(1);
    });
    const ready = (address = '') => {
      log.info(`${name} is ready${address && ` at ${address}`}`);
      if (process.connected) process.send?.({ ready: address } satisfies ReadyMessage);
    };
    const tracing = await startTracing({ process: name, service, env: process.env, log });
    // Stopped last, so that the end of everything else is sent too.
    if (tracing) lifecycle.onStop('tracing', tracing.stop);
    await start({ log, lifecycle, metrics: createMetrics(), tracing, ready });
  } catch (error) {
    // One line for what a person can mend; the stack for what they cannot.
    const usage = faultOfCommandLine(error);
    const expected =
      usage ?? (error instanceof Error && EXPECTED.has(error.name) ? error.message : undefined);
    process.stderr.write(
      `${expected === undefined ? ((error as Error).stack ?? error) : `tessera: ${expected}`}\n`,
    );
    await end(usage === undefined ? 1 : 2);
  }
}

/** Errors of a start whose message says what to do; by name, so that each stays in its own room. */
const EXPECTED = new Set(['ConfigError', 'DatabaseError', 'ListenError', 'SupergraphError']);
