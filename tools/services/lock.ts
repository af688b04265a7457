import { link, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../../kit/files.ts';
import { ServicesError } from './errors.ts';
import { readJson } from './files.ts';
import { isRunning, type ProcessRecord, recordOf } from './processes.ts';

const PATIENCE_MS = 300_000;

/**
 * Lets one command at a time change the services of a folder; the others wait, for five minutes at most. The lock of a
 * process that died is void.
 */
export async function withLock<T>(
  file: string,
  say: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  makeFolder(dirname(file), 0o700);
  const own = `${file}.${process.pid}`;
  await writeFile(own, JSON.stringify(recordOf(process.pid)));
  try {
    await acquire(own, file, say);
  } finally {
    await rm(own, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Takes the lock by a hard link, which fails where the name exists and never shows a half-written file. */
async function acquire(own: string, file: string, say: (line: string) => void): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let said = false;
  while (true) {
    try {
      return await link(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readJson<ProcessRecord>(file);
    if (!holder) continue;
    if (!isRunning(holder)) await rm(file, { force: true });
    else if (Date.now() > deadline) {
      throw new ServicesError(`process ${holder.pid} still changes the services`, 'wait for it, or end it');
    } else if (!said) {
      say(`waiting for process ${holder.pid}, which is changing the services`);
      said = true;
    }
    await sleep(100);
  }
}
