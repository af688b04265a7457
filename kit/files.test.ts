import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from './config.ts';
import { makeDataDir, makeFolder } from './files.ts';

describe('a folder', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'tessera-folder-'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is made with those above it, and again without effect', () => {
    const folder = join(root, 'a', 'b', 'c');
    for (const _ of ['new', 'again']) makeFolder(folder, 0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('is refused below a file', () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'below', 'it')])
      expect(() => makeFolder(folder)).toThrow(/^E(EXIST|NOTDIR):/);
    expect(() => makeDataDir(file)).toThrow(ConfigError);
  });

  it.runIf(process.platform === 'linux')('is refused where no folder can be made, at once', () => {
    expect(() => makeFolder('/proc/tessera/data')).toThrow('ENOENT');
    expect(() => makeDataDir('/proc/tessera')).toThrow(
      'DATA_DIR: the folder /proc/tessera cannot be made (ENOENT): name one that you may write in',
    );
  });
});
