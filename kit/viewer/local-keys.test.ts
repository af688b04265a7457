import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../config.ts';
import { loadLocalKeys, makeKeys } from './local-keys.ts';

describe('the keys of one machine', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made once, for their owner alone, however many ask at once', async () => {
    const data = join(folder, 'new');
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => loadLocalKeys(data)));
    expect(others).toEqual([first, first]);
    expect(await loadLocalKeys(data)).toEqual(first);
    expect(readdirSync(data)).toEqual(['keys.json']);
    expect(statSync(join(data, 'keys.json')).mode & 0o077).toBe(0);
  });

  const damages: [string, (keys: Awaited<ReturnType<typeof makeKeys>>) => string][] = [
    ['nothing', () => ''],
    ['half of it', (keys) => JSON.stringify(keys).slice(0, 200)],
    ['an empty object', () => '{}'],
    ['no key set', (keys) => JSON.stringify({ ...keys, jwks: { keys: [] } })],
    ['a short secret', (keys) => JSON.stringify({ ...keys, subgraphSecret: 'x' })],
    ['half a key', (keys) => JSON.stringify({ ...keys, signingKey: { ...keys.signingKey, d: 'x' } })],
  ];
  it.each(damages)('are refused where the file holds %s, and left alone', async (_, damage) => {
    const file = join(folder, 'keys.json');
    const text = damage(await makeKeys());
    writeFileSync(file, text);
    await expect(loadLocalKeys(folder)).rejects.toThrow(
      new ConfigError(
        `${file} is damaged: restore it from a backup, or move it away for new keys, which void all tokens signed so far`,
      ),
    );
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('are refused where they cannot be read or made', async () => {
    mkdirSync(join(folder, 'keys.json'));
    await expect(loadLocalKeys(folder)).rejects.toThrow(
      /^\S+keys\.json cannot be read \(EISDIR\): restore it/,
    );
    if (process.platform !== 'linux') return;
    await expect(loadLocalKeys('/proc')).rejects.toThrow(
      'DATA_DIR: /proc/keys.json cannot be made (ENOENT): name a folder that you may write in',
    );
  });
});
