import { mkdir, readFile, rename, statfs, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ServicesError } from './errors.ts';

/** Reads a JSON file that we wrote; null when it is absent or was cut short. */
export async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Writes a JSON file for its owner's eyes only, whole or not at all. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.tmp`, file);
}

/** Refuses to go on when the disk that holds `folder` has fewer free bytes than needed. */
export async function assertFreeSpace(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= neededBytes) return;
  const mib = (bytes: number): number => Math.floor(bytes / 2 ** 20);
  throw new ServicesError(
    `only ${mib(free)} MiB are free at ${folder}, ${mib(neededBytes)} MiB are needed`,
    'free some space, or move the data with DATA_DIR',
  );
}
