import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writeJson } from './files.ts';

/** A process that we started, written down so that another run can find it and be sure that it is the same one. */
export interface ProcessRecord {
  readonly pid: number;
  /** When the kernel says that the process began, and in which boot: a reused pid differs. */
  readonly identity: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** An environment variable that it and all that it starts carry; absent for a process that we did not launch. */
  readonly mark?: string;
}

/** What to run, and where its output and its record go. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logFile: string;
  readonly recordFile: string;
}

/** A process just started. */
export interface Launched {
  readonly record: ProcessRecord;
  /** The length of the log before it began, in bytes. */
  readonly logOffset: number;
  /** Waits for its end; null when a signal ended it. */
  exitCode(): Promise<number | null>;
}

const HELPERS_MS = 2000;
const REPEAT_MS = 1000;
const PAUSE_MS = 5000;

/** Identifies a running process; null when there is none, a zombie included. Linux only (proc(5)). */
function identify(pid: number): string | null {
  try {
    // The command's name is in parentheses and may hold any character, so fields are counted after the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    // A killed server whose first thread is gone holds its files and ports until the last one is.
    if (fields[0] === 'X' || (fields[0] === 'Z' && readdirSync(`/proc/${pid}/task`).length <= 1)) return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

/** The record of a process that runs; null when there is none. */
export function recordOf(pid: number): ProcessRecord | null {
  const identity = identify(pid);
  return identity === null ? null : { pid, identity, since: new Date().toISOString() };
}

/**
 * All processes that carry a mark. Parents and sessions would not do: Erlang's helpers have sessions of their own, and
 * those that are just being started when their server ends lose their parent unseen.
 */
function findMarked(mark: string): ProcessRecord[] {
  const carries = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark);
    } catch {
      return false;
    }
  };
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && carries(name));
  return pids.map((pid) => recordOf(Number(pid))).filter((record) => record !== null);
}

export function isRunning(record: ProcessRecord): boolean {
  return identify(record.pid) === record.identity;
}

/** The recorded process if it still runs. */
export async function findProcess(recordFile: string): Promise<ProcessRecord | null> {
  const record = await readJson<ProcessRecord>(recordFile);
  return record && isRunning(record) ? record : null;
}

/** Whether a record lies there whose process is gone, as after a crash or a reboot. */
export async function hasStaleRecord(recordFile: string): Promise<boolean> {
  return existsSync(recordFile) && (await findProcess(recordFile)) === null;
}

/** Starts a process that outlives this one, in a session of its own so that Ctrl-C here does not reach it. */
export async function launch(options: Launch): Promise<Launched> {
  await mkdir(dirname(options.logFile), { recursive: true });
  const log = await open(options.logFile, 'a', 0o600);
  const logOffset = (await stat(options.logFile)).size;
  const [name, value] = ['TESSERA_SERVICE', Buffer.from(options.recordFile).toString('base64url')];
  try {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: { ...options.env, [name]: value },
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.unref();
    const pid = child.pid as number;
    // One that died at once has no identity; the empty one never matches.
    const seen = recordOf(pid) ?? { pid, identity: '', since: new Date().toISOString() };
    const record = { ...seen, mark: `${name}=${value}` };
    await writeJson(options.recordFile, record);
    const exitCode = (): Promise<number | null> => {
      child.ref();
      return exited;
    };
    return { record, logOffset, exitCode };
  } finally {
    await log.close();
  }
}

async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/**
 * Signals the process and waits until it and all that it started are gone; what is left after `graceMs` is killed.
 *
 * The signal is repeated each second: Erlang's emulator loses one that comes before its signal server has started.
 *
 * Never touches a process that is not ours.
 */
export async function endProcess(
  record: ProcessRecord,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<'ended' | 'killed'> {
  let repeatAt = 0;
  const isGone = (): boolean => {
    if (!isRunning(record)) return true;
    if (Date.now() >= repeatAt) {
      sendSignal(record, signal);
      repeatAt = Date.now() + REPEAT_MS;
    }
    return false;
  };
  const ended = await waitUntil(isGone, graceMs);
  if (!ended) sendSignal(record, 'SIGKILL');
  // Helper processes end by themselves once their server is gone, a moment later.
  const helpers = (): ProcessRecord[] => (record.mark === undefined ? [] : findMarked(record.mark));
  if (!(await waitUntil(() => helpers().length === 0, HELPERS_MS))) {
    for (const helper of helpers()) sendSignal(helper, 'SIGKILL');
    await waitUntil(() => helpers().length === 0, HELPERS_MS);
  }
  return ended ? 'ended' : 'killed';
}

/** Stops the process where it is, until a SIGCONT; returns once all of its threads stand still, which takes a moment. */
export async function pauseProcess(record: ProcessRecord): Promise<void> {
  sendSignal(record, 'SIGSTOP');
  const stateOf = (task: string): string | undefined => {
    try {
      const stat = readFileSync(`/proc/${record.pid}/task/${task}/stat`, 'utf8');
      return /^.*\)\s(\S)/s.exec(stat)?.[1];
    } catch {
      return 'T'; // It has ended meanwhile.
    }
  };
  const standsStill = (): boolean =>
    !isRunning(record) || readdirSync(`/proc/${record.pid}/task`).every((task) => stateOf(task) === 'T');
  await waitUntil(standsStill, PAUSE_MS);
}

/** Ends the recorded process and all that it started, even where itself is gone, and removes the record. */
export async function endRecorded(recordFile: string, graceMs: number): Promise<void> {
  const record = await readJson<ProcessRecord>(recordFile);
  if (record) await endProcess(record, 'SIGTERM', graceMs);
  await rm(recordFile, { force: true });
}

/** Signals the process if it is still the recorded one. */
export function sendSignal(record: ProcessRecord, signal: NodeJS.Signals): void {
  if (!isRunning(record)) return;
  try {
    process.kill(record.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
