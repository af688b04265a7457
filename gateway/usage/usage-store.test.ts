import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../kit/config.ts';
import { createLogger } from '../../kit/logger.ts';
import { checkUsageFile, loadUsage } from './usage-store.ts';

const log = createLogger('test', 'silent');

describe('the usage file', () => {
  let root: string;
  let dataDir: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tessera-usage-'));
    dataDir = join(root, 'data');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** The refusal, by the check before anything is made, and where the file is read. */
  const refusal = (file: string, message: string | RegExp) => {
    for (const use of [() => checkUsageFile(file, dataDir), () => loadUsage(file, log)]) {
      expect(use).toThrow(ConfigError);
      expect(use).toThrow(message);
    }
  };

  it('is refused where its name is that of a folder, or of anything else than a file; that stays', () => {
    const folder = join(root, 'folder');
    mkdirSync(folder);
    writeFileSync(join(folder, 'kept'), 'mine');
    const link = join(root, 'link');
    symlinkSync(folder, link);
    const pipe = join(root, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const file of [folder, link, pipe])
      refusal(file, `USAGE_FILE: ${file} is no regular file: name another`);
    expect(readdirSync(root).sort()).toEqual(['folder', 'link', 'pipe']);
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('mine');
  });

  it('is refused where it cannot be read, and left alone', () => {
    const file = join(root, 'usage.json');
    writeFileSync(file, '{ half', { mode: 0 });
    chmodSync(root, 0o777);
    expect(asAnybody(() => refusalOf(() => loadUsage(file, log)))).toEqual(
      new ConfigError(`USAGE_FILE: ${file} cannot be read (EACCES)`),
    );
    expect(readdirSync(root)).toEqual(['usage.json']);
  });

  it('needs a folder that is there, or may be made within DATA_DIR', () => {
    const message = `there is no folder ${join(root, 'none')}: make it, or name a file elsewhere`;
    expect(() => checkUsageFile(join(root, 'none', 'usage.json'), dataDir)).toThrow(message);
    checkUsageFile(join(root, 'usage.json'), dataDir);
    const within = join(dataDir, 'usage', 'gateway.json');
    checkUsageFile(within, dataDir);
    expect(readdirSync(root)).toEqual([]);
    expect(loadUsage(within, log)).toBeUndefined();
    expect(existsSync(join(dataDir, 'usage'))).toBe(true);
  });

  it('is refused below a file', () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    expect(() => checkUsageFile(join(file, 'usage.json'), dataDir)).toThrow(ConfigError);
    expect(() => loadUsage(join(file, 'usage.json'), log)).toThrow(/cannot be made \(E(EXIST|NOTDIR)\)$/);
  });

  it('is put aside where it holds anything else, beside what was put aside before', () => {
    const file = join(root, 'usage.json');
    for (const text of ['{ half', '[]']) {
      writeFileSync(file, text);
      checkUsageFile(file, dataDir);
      expect(loadUsage(file, log)).toBeUndefined();
    }
    expect(readdirSync(root).sort()).toEqual(['usage.json.unreadable', 'usage.json.unreadable-2']);
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{ half');
    expect(readFileSync(`${file}.unreadable-2`, 'utf8')).toBe('[]');
  });
});

function refusalOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** Does it without the rights of root, who may read everything. */
function asAnybody<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
