import { existsSync, readFileSync, renameSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from '../../kit/logger.ts';
import { type UsageFile, usageFile } from '../../kit/telemetry/usage-file.ts';

/** Reads what an earlier process recorded. A file that cannot be read is put aside, so that nothing overwrites it. */
export function loadUsage(file: string, log: Logger): UsageFile | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return usageFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const aside = `${file}.unreadable`;
    renameSync(file, aside);
    log.warn({ err: error, aside }, 'the usage file cannot be read; it is put aside');
    return undefined;
  }
}

/** Writes the file as a whole or not at all: a reader never sees half of it. */
export async function saveUsage(file: string, usage: UsageFile): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, JSON.stringify(usage));
  await rename(draft, file);
}
