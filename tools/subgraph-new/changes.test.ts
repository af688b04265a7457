import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../testing/program.ts';
import { allOrNothing } from './changes.ts';

let folder: string;
const at = (file: string) => join(folder, file);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-changes-'));
  writeFileSync(at('kept.txt'), 'before');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('changes of files', () => {
  it('stay when the work is done', async () => {
    await allOrNothing(async (changes) => {
      changes.write(at('new/deep/file.txt'), 'new');
      changes.move(at('kept.txt'), at('old/kept.txt'));
    });
    expect(readFileSync(at('new/deep/file.txt'), 'utf8')).toBe('new');
    expect(readFileSync(at('old/kept.txt'), 'utf8')).toBe('before');
  });

  it('are all taken back when the work fails', async () => {
    const work = allOrNothing(async (changes) => {
      changes.write(at('new/deep/file.txt'), 'new');
      changes.write(at('kept.txt'), 'after');
      changes.write(at('kept.txt'), 'later');
      changes.move(at('new'), at('moved/new'));
      throw new Error('half-way');
    });
    await expect(work).rejects.toThrow('half-way');
    expect(readdirSync(folder)).toEqual(['kept.txt']);
    expect(readFileSync(at('kept.txt'), 'utf8')).toBe('before');
  });

  it('are taken back when the process is told to end', async () => {
    const script = `
      const { allOrNothing } = await import(${JSON.stringify(pathToFileURL('tools/subgraph-new/changes.ts').href)});
      await allOrNothing(async (changes) => {
        changes.write(${JSON.stringify(at('new/file.txt'))}, 'new');
        process.stdout.write('written');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      });`;
    {
      await using _ = await startProgram(['--input-type=module', '-e', script], /written/);
      expect(existsSync(at('new/file.txt'))).toBe(true);
    }
    expect(readdirSync(folder)).toEqual(['kept.txt']);
  });
});
