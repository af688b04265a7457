import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { withLock } from './lock.ts';

async function createLockFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'lock');
}

test('the lock of a process that died is void', async () => {
  const file = await createLockFile();
  const dead = { pid: 2 ** 22 + 1, identity: 'another-boot:1', since: '2026-01-01T00:00:00.000Z' };
  await writeFile(file, JSON.stringify(dead));
  expect(
    await withLock(
      file,
      () => {},
      async () => 'done',
    ),
  ).toBe('done');
  expect(existsSync(file)).toBe(false);
});

test('work that fails gives the lock back', async () => {
  const file = await createLockFile();
  const failing = withLock(
    file,
    () => {},
    () => Promise.reject(new Error('no luck')),
  );
  await expect(failing).rejects.toThrow('no luck');
  expect(await readdir(join(file, '..'))).toEqual([]);
});

test.skipIf(!existsSync('/proc/self/stat'))('one who comes later waits, and is told for whom', async () => {
  const file = await createLockFile();
  const order: string[] = [];
  const said: string[] = [];
  const first = withLock(
    file,
    () => {},
    async () => {
      await sleep(300);
      order.push('first');
    },
  );
  while (!existsSync(file)) await sleep(5);
  const second = withLock(
    file,
    (line) => said.push(line),
    async () => void order.push('second'),
  );
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
  expect(said).toEqual([`waiting for process ${process.pid}, which is changing the services`]);
});
