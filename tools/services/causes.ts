import { readFile } from 'node:fs/promises';
import { ServicesError } from './errors.ts';

/** What servers and apt-get write when they fail, and what ends it. The first match wins. */
const CAUSES: readonly (readonly [pattern: RegExp, problem: string, remedy: string])[] = [
  [
    /address already in use|eaddrinuse|port .* already used/i,
    'the port is taken by another program',
    'end that program, or choose other ports with --ports',
  ],
  [
    /cannot connect to the docker daemon|is the docker daemon running/i,
    'the Docker engine does not answer',
    'start Docker, or run `npm run services -- up --with packages`',
  ],
  [
    /unknown (shorthand )?(command|flag)|is not a docker command|spawn docker enoent/i,
    'Docker Compose is not installed',
    'install its plugin, or run `npm run services -- up --with packages`',
  ],
  [
    /no space left on device|enospc|errcode: 28|disk is full|not have enough free space/i,
    'the disk is full',
    'free some space, or move the data with DATA_DIR',
  ],
  [
    /unable to lock .*ibdata|could not lock|can't lock aria control file/i,
    'another server already uses this data folder',
    'stop that server first',
  ],
  [
    /upgrade after a crash is not supported|was created with|unsupported redo log format|invalid flags|cannot downgrade|feature flags.*not supported/i,
    'the data was written by another version of the server',
    'install that version again, or discard the data with `npm run services -- down --purge`',
  ],
  [
    /dpkg was interrupted|unmet dependencies|half-configured/i,
    'an earlier package installation was not finished',
    'run `sudo dpkg --configure -a && sudo apt-get install -f`, then try again',
  ],
  [
    /unable to locate package|no installation candidate/i,
    'the package sources of this system do not have it',
    'use Debian 12, Ubuntu 24.04 or newer, or start Docker',
  ],
  [
    /temporary failure resolving|could not resolve|failed to fetch|connection timed out/i,
    'the package server cannot be reached',
    'check the network, then try again',
  ],
  [
    /could not get lock|unable to acquire the dpkg/i,
    'another package installation is at work',
    'wait for it to end, then try again',
  ],
  [
    /sudo: .*(password|terminal)/i,
    'sudo asks for a password',
    'run `npm run services -- up` in a terminal, or install the packages yourself',
  ],
  [
    /permission denied|eacces|errcode: 13|are you root/i,
    'permission denied',
    'run as the user who owns the data folder, or move it with DATA_DIR',
  ],
];

/** The remedy for what a log tells; without a known cause, its last telling line. */
export function explain(log: string): { problem: string; remedy: string } {
  for (const [pattern, problem, remedy] of CAUSES) if (pattern.test(log)) return { problem, remedy };
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const telling =
    lines.findLast((line) => /\[error\] (?!aborting)|^(E|ERROR): /i.test(line)) ??
    lines.findLast((line) => /error|fatal|failed/i.test(line)) ??
    lines.at(-1);
  return { problem: telling?.trim() ?? 'it said nothing', remedy: 'see the log' };
}

/** The error for something that failed and wrote a log; `offset` skips what earlier runs wrote, in bytes. */
export async function failureFromLog(what: string, logFile: string, offset = 0): Promise<ServicesError> {
  const log = await readFile(logFile).catch(() => Buffer.alloc(0));
  const { problem, remedy } = explain(log.subarray(offset).toString('utf8'));
  return new ServicesError(`${what}: ${problem}`, `${remedy} (${logFile})`);
}
