import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { collectSettings, withSettingsTable } from './settings-table.ts';

it('the settings in docs/running.md are those of the code', async () => {
  const document = readFileSync('docs/running.md', 'utf8');
  expect(document).toBe(await withSettingsTable(document));
});

it('settings are found wherever they are declared, with their readers and defaults', async () => {
  const settings = await collectSettings();
  expect(settings.find(({ name }) => name === 'PORT')?.readers).toEqual(
    new Map([
      ['subgraphs', '`4001`'],
      ['gateway', '`4000`'],
    ]),
  );
  expect(settings.find(({ name }) => name === 'TOKEN_LIFETIME')?.readers).toEqual(
    new Map([['users', '`3600`']]),
  );
});

it('a document without a place for the table is refused', async () => {
  await expect(withSettingsTable('# Running')).rejects.toThrow('no place for the table');
});
