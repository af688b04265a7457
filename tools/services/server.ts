import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { failureFromLog } from './causes.ts';
import { ServicesError } from './errors.ts';
import {
  endProcess,
  findProcess,
  isRunning,
  type Launched,
  type ProcessRecord,
  pauseProcess,
  sendSignal,
} from './processes.ts';

/** A private server that was started here or found running, and the ways in which tests break and mend it. */
export interface Server extends AsyncDisposable {
  readonly name: string;
  readonly port: number;
  /** Of the current process; changes with `restart`. */
  readonly pid: number;
  /** When the current process began, ISO 8601. */
  readonly since: string;
  readonly logFile: string;
  /** Sends a signal (SIGKILL by default), and waits until the process is gone, or stands still by a SIGSTOP. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and data, stopping it cleanly before if it still runs. */
  restart(): Promise<void>;
  /** Shuts it down cleanly; data stays. Says whether it had to be killed. */
  stop(): Promise<'ended' | 'killed'>;
  /** The server's version, by a question that a client could ask; throws when it does not answer. */
  version(): Promise<string>;
}

/** What makes one kind of server differ from another. */
export interface Blueprint {
  readonly name: string;
  readonly port: number;
  readonly logFile: string;
  readonly recordFile: string;
  /** Starts the process, and whatever it needs beside it. */
  begin(): Promise<Launched>;
  /** A round trip as a client; its answer is the server's version. */
  version(): Promise<string>;
  /** Ends what `begin` started beside the server. */
  endCompanions?(): Promise<void>;
}

const START_MS = 120_000;
const ANSWER_MS = 30_000;
const STOP_MS = 60_000;
const PAUSES: ReadonlySet<NodeJS.Signals> = new Set(['SIGCONT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2']);

/** Waits until the server answers; fails at once, with what its log tells, when its process ends. */
async function untilItAnswers(
  blueprint: Blueprint,
  { record, logOffset }: Pick<Launched, 'record' | 'logOffset'>,
  patienceMs: number,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let last: unknown;
  while (Date.now() < deadline) {
    if (!isRunning(record)) {
      throw await failureFromLog(`${blueprint.name} did not start`, blueprint.logFile, logOffset);
    }
    try {
      await blueprint.version();
      return;
    } catch (error) {
      last = error;
      await sleep(100);
    }
  }
  const reason = last instanceof Error ? last.message : String(last);
  throw new ServicesError(
    `${blueprint.name} (pid ${record.pid}) runs, but does not answer after ${patienceMs / 1000} s (${reason})`,
    `see ${blueprint.logFile}, or stop it with \`npm run services -- down\``,
  );
}

async function startProcess(blueprint: Blueprint): Promise<ProcessRecord> {
  const launched = await blueprint.begin();
  try {
    await untilItAnswers(blueprint, launched, START_MS);
  } catch (error) {
    await endProcess(launched.record, 'SIGTERM', STOP_MS);
    await blueprint.endCompanions?.();
    await rm(blueprint.recordFile, { force: true });
    throw error;
  }
  return launched.record;
}

/** The server whose process is recorded and runs; null when there is none. */
export async function findServer(blueprint: Blueprint): Promise<Server | null> {
  const record = await findProcess(blueprint.recordFile);
  return record ? serverOf(blueprint, record) : null;
}

/** Starts the server and waits until it answers; one that runs already is taken as it is, once it answers. */
export async function ensureServer(blueprint: Blueprint): Promise<Server> {
  const running = await findProcess(blueprint.recordFile);
  if (!running) return serverOf(blueprint, await startProcess(blueprint));
  // It may have been started by a run that was cut short, and still be on its way.
  await untilItAnswers(blueprint, { record: running, logOffset: 0 }, ANSWER_MS);
  return serverOf(blueprint, running);
}

/** Starts all at once; where one fails, the others are stopped again. */
export async function startAll<Servers extends readonly Server[]>(
  starts: {
    readonly [Index in keyof Servers]: () => Promise<Servers[Index]>;
  },
): Promise<Servers> {
  const results = await Promise.allSettled(starts.map((start) => start()));
  const failure = results.find((result) => result.status === 'rejected');
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (!failure) return started as unknown as Servers;
  await Promise.all(started.map((server) => server.stop()));
  throw failure.reason;
}

function serverOf(blueprint: Blueprint, started: ProcessRecord): Server {
  let record = started;
  const stop = async (): Promise<'ended' | 'killed'> => {
    const how = await endProcess(record, 'SIGTERM', STOP_MS);
    await blueprint.endCompanions?.();
    await rm(blueprint.recordFile, { force: true });
    return how;
  };
  return {
    name: blueprint.name,
    port: blueprint.port,
    logFile: blueprint.logFile,
    get pid() {
      return record.pid;
    },
    get since() {
      return record.since;
    },
    version: blueprint.version,
    kill: async (signal = 'SIGKILL') => {
      if (signal === 'SIGSTOP') await pauseProcess(record);
      else if (PAUSES.has(signal)) sendSignal(record, signal);
      else await endProcess(record, signal, STOP_MS);
    },
    restart: async () => {
      if (isRunning(record)) await stop();
      record = await startProcess(blueprint);
    },
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}
