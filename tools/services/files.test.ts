import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { assertFreeSpace, readJson, writeJson } from './files.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('refuses to start on a disk with too little space, and says how much is missing', async () => {
  const folder = await createFolder();
  await assertFreeSpace(folder, 1);
  await expect(assertFreeSpace(folder, 2 ** 60)).rejects.toThrow(
    /^only \d+ MiB are free at .*, 1099511627776 MiB are needed: free some space, or move the data with DATA_DIR$/,
  );
});

test('a record that was cut short counts as absent', async () => {
  const file = join(await createFolder(), 'record.json');
  expect(await readJson(file)).toBeNull();
  await writeFile(file, '{"pid": 1');
  expect(await readJson(file)).toBeNull();
});

test('records can be read by their owner alone', async () => {
  const file = join(await createFolder(), 'deep', 'record.json');
  await writeJson(file, { password: 'x' });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ password: 'x' });
});
