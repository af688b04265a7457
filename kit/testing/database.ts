import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory where there is a file system in memory. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Provides an empty place for throw-away databases, and the settings that point a subgraph at it. */
export function provideDatabase() {
  const folder = mkdtempSync(join(BASE, 'tessera-test-'));
  return { folder, settings: { DATA_DIR: folder } };
}
