import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
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
}

const HELPERS_MS = 2000;

interface KernelView {
  readonly parent: number;
  readonly identity: string;
}

/** What the kernel says of a process; null when there is none, a zombie included. Linux only (proc(5)). */
function lookUp(pid: number | string): KernelView | null {
  try {
    // The command's name is in parentheses and may hold any character, so fields are counted after the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    // A killed server whose first thread is gone holds its files and ports until the last one is.
    if (fields[0] === 'X' || (fields[0] === 'Z' && readdirSync(`/proc/${pid}/task`).length <= 1)) return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { parent: Number(fields[1]), identity: `${boot}:${fields[19]}` };
  } catch {
    return null;
  }
}

/** The record of a process that runs; null when there is none. */
export function recordOf(pid: number): ProcessRecord | null {
  const view = lookUp(pid);
  return view && { pid, identity: view.identity, since: new Date().toISOString() };
}

/** A process and all that it started, directly or not. */
function familyOf(root: ProcessRecord): ProcessRecord[] {
  const views = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), view: lookUp(name) }));
  const family = [root];
  for (const member of family) {
    for (const { pid, view } of views) {
      if (view?.parent === member.pid) family.push({ pid, identity: view.identity, since: root.since });
    }
  }
  return family;
}

export function isRunning(record: ProcessRecord): boolean {
  return lookUp(record.pid)?.identity === record.identity;
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
  try {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    const pid = child.pid as number;
    // One that died at once has no identity; the empty one never matches.
    const record = recordOf(pid) ?? { pid, identity: '', since: new Date().toISOString() };
    await writeJson(options.recordFile, record);
    return { record, logOffset };
  } finally {
    await log.close();
  }
}

async function haveEnded(records: readonly ProcessRecord[], timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (records.some(isRunning)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/**
 * Signals the process and waits until it and all that it started are gone; what is left after `graceMs` is killed.
 *
 * Never touches a process that is not ours.
 */
export async function endProcess(
  record: ProcessRecord,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<'ended' | 'killed'> {
  if (!isRunning(record)) return 'ended';
  const family = familyOf(record);
  sendSignal(record, signal);
  const how = (await haveEnded([record], graceMs)) ? 'ended' : 'killed';
  if (how === 'killed') sendSignal(record, 'SIGKILL');
  // Helper processes end by themselves once their server is gone, a moment later.
  if (!(await haveEnded(family, HELPERS_MS))) {
    for (const member of family) sendSignal(member, 'SIGKILL');
    await haveEnded(family, HELPERS_MS);
  }
  return how;
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
