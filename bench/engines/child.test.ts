import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startChild } from './child.ts';

async function start(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-child-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const module = join(folder, 'child.mjs');
  await writeFile(module, program);
  return startChild<string>(pathToFileURL(module), []);
}

it('says when it is ready, and answers', async () => {
  await using child = await start(`
    process.on('message', (message) => process.send(message.toUpperCase()));
    process.send('ready');
  `);
  expect(child.ready).toBe('ready');
  expect(await child.ask('one')).toBe('ONE');
  expect(await child.ask('two')).toBe('TWO');
});

it('fails to start when it ends before it is ready', async () => {
  await expect(start('process.exit(3)')).rejects.toThrow('ended with 3');
});

it('fails to answer when it ends instead, and is not waited for', async () => {
  await using child = await start(`
    process.on('message', () => process.exit(4));
    process.send('ready');
  `);
  await expect(child.ask('one')).rejects.toThrow('ended with 4');
});
