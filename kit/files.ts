import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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

/** Reads a text file. @throws the system's error, which always names the file: Node leaves that out of a folder's */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  }
}

/**
 * Makes sure that a file can be written, without a change: before work whose result is to go there.
 *
 * @throws the system's error
 */
export function expectWritable(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) closeSync(openSync(file, 'a'));
  else accessSync(dirname(resolve(file)), constants.W_OK | constants.X_OK);
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EEXIST: 'is there already',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

/** What the system had against a file or a folder, in a line that names it; undefined when an error is another one. */
export function faultOfFile(error: unknown): string | undefined {
  const { code, syscall = '', path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined || syscall.startsWith('spawn')) return undefined;
  return `${path}: ${FAULTS[code] ?? code}`;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
