import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config.ts';

/**
 * Makes a folder, with those above it that are missing; one that is there is left as it is.
 *
 * @param mode the permissions of the folder itself; default those of any new one
 * @throws the system's error when it cannot be made
 */
export function makeFolder(folder: string, mode?: number): void {
  // Not by `recursive`, which never ends where the system denies a new folder as if its parent were missing: in /proc.
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (isFolder(folder)) return;
    if (code !== 'ENOENT' || isFolder(dirname(folder))) throw error;
    makeFolder(dirname(folder));
    makeFolder(folder, mode);
  }
}

/** @throws ConfigError when DATA_DIR cannot be made */
export function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `DATA_DIR: the folder ${dataDir} cannot be made (${code}): name one that you may write in`,
    );
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
