import { accessSync, constants, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { ConfigError } from '../../kit/config.ts';
import { makeFolder } from '../../kit/files.ts';
import type { Logger } from '../../kit/logger.ts';
import { type UsageFile, usageFile } from '../../kit/telemetry/usage-file.ts';

/**
 * Checks that usage can be kept in a file, and changes nothing: its folder is there, or within DATA_DIR, where it may be
 * made; what is there by its name is a file.
 *
 * @throws ConfigError
 */
export function checkUsageFile(file: string, dataDir: string): void {
  expectFile(file);
  const folder = dirname(resolve(file));
  if (statOf(folder) === undefined) {
    if (!/^\.\.(\/|$)/.test(relative(resolve(dataDir), folder))) return;
    throw new ConfigError(`USAGE_FILE: there is no folder ${folder}: make it, or name a file elsewhere`);
  }
  attempt(`the folder ${folder} cannot be written`, () =>
    accessSync(folder, constants.W_OK | constants.X_OK),
  );
}

/**
 * Reads what an earlier process recorded. A file that holds anything else is put aside, so that nothing overwrites it.
 *
 * @throws ConfigError when it is no file, or cannot be read, or its folder cannot be made
 */
export function loadUsage(file: string, log: Logger): UsageFile | undefined {
  attempt(`the folder ${dirname(file)} cannot be made`, () => makeFolder(dirname(file)));
  if (!expectFile(file)) return undefined;
  const text = attempt(`${file} cannot be read`, () => readFileSync(file, 'utf8'));
  try {
    return usageFile.parse(JSON.parse(text));
  } catch (error) {
    const aside = freeName(`${file}.unreadable`);
    attempt(`${file} cannot be put aside`, () => renameSync(file, aside));
    log.warn({ err: error, aside }, 'the usage file cannot be read; it is put aside');
    return undefined;
  }
}

/** Writes the file as a whole or not at all: a reader never sees half of it. */
export async function saveUsage(file: string, usage: UsageFile): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, JSON.stringify(usage));
  await rename(draft, file);
}

/** @returns whether it is there */
function expectFile(file: string): boolean {
  const stats = statOf(file);
  if (stats && !stats.isFile()) throw new ConfigError(`USAGE_FILE: ${file} is no regular file: name another`);
  return stats !== undefined;
}

const statOf = (path: string) =>
  attempt(`${path} cannot be read`, () => statSync(path, { throwIfNoEntry: false }));

function freeName(wish: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wish : `${wish}-${n}`;
    if (!existsSync(name)) return name;
  }
}

function attempt<T>(fault: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ConfigError(`USAGE_FILE: ${fault} (${(error as NodeJS.ErrnoException).code})`);
  }
}
