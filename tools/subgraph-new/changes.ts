import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Changes of files that can be taken back. */
export interface Changes {
  /** Writes a file, with the folders that it needs. */
  write(file: string, content: string): void;
  /** Moves a file or a folder. */
  move(from: string, to: string): void;
}

/**
 * Runs work that changes files: all of its changes happen or, when it throws or the process is told to end, none does.
 */
export async function allOrNothing<T>(work: (changes: Changes) => Promise<T>): Promise<T> {
  const undo: (() => void)[] = [];
  const takeBack = () => {
    while (undo.length > 0) undo.pop()?.();
  };
  const end = () => {
    takeBack();
    process.exit(130);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  try {
    return await work({
      write(file, content) {
        makeFolder(dirname(file), undo);
        const before = existsSync(file) ? readFileSync(file) : null;
        undo.push(() => (before ? writeFileSync(file, before) : rmSync(file, { force: true })));
        writeFileSync(file, content);
      },
      move(from, to) {
        makeFolder(dirname(to), undo);
        renameSync(from, to);
        undo.push(() => renameSync(to, from));
      },
    });
  } catch (error) {
    takeBack();
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function makeFolder(folder: string, undo: (() => void)[]): void {
  const made = mkdirSync(folder, { recursive: true });
  if (made) undo.push(() => rmSync(made, { recursive: true }));
}
