import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { provideDatabase } from '../testing/database.ts';
import { bulkInsert } from './bulk-insert.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

const SCHEMA = `CREATE TABLE parcels (id VARCHAR(36) NOT NULL PRIMARY KEY, sender VARCHAR(36), state VARCHAR(8), sent_at DATETIME(3), weight BIGINT);
CREATE INDEX parcels_state ON parcels (state, sent_at, id);
CREATE INDEX parcels_sender_state ON parcels (sender, state, sent_at, id);
`;

describe('migrate', () => {
  it('leaves statistics, by which SQLite enters the index that narrows most', async () => {
    await using databases = await provideDatabase();
    const { folder } = databases;
    const sql = mkdtempSync(join(folder, 'sql-'));
    writeFileSync(join(sql, '001-parcels.sql'), SCHEMA);
    const database = await openDatabase({ name: 'parcels', dataDir: folder });
    try {
      await migrate(database, 'parcels', pathToFileURL(`${sql}/`), async (trx) => {
        const rows = Array.from({ length: 1_000 }, (_, i) => [
          String(i),
          String(i % 200),
          i % 10 ? 'sent' : 'lost',
          `2024-01-01 00:00:00.${String(i).padStart(3, '0')}`,
        ]);
        await bulkInsert(trx, 'parcels', ['id', 'sender', 'state', 'sent_at'], rows);
      });
      const plan = await database.rows<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM parcels WHERE sender = ? AND state = ? AND sent_at >= ? AND sent_at <= ?
          ORDER BY sent_at DESC, id DESC LIMIT 6`,
        ['7', 'sent', '2024-01-01', '2024-01-02'],
      );
      expect(plan.map(({ detail }) => detail).join()).toContain('parcels_sender_state');
    } finally {
      await database.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('migrations that changed since they were applied', () => {
  type Files = Record<string, string>;

  /** Migrates a database twice, each time by the files of one folder or of several; says what was new to the second. */
  async function migrateTwice(first: Files | readonly Files[], second: Files | readonly Files[]) {
    await using databases = await provideDatabase();
    const database = await openDatabase({ name: 'parcels', dataDir: databases.folder });
    try {
      const migrateBy = (folders: Files | readonly Files[]) => {
        const urls = [folders].flat().map((files, index) => {
          // As in two versions of a deployment, files that are the same stand in the same places.
          const sql = join(databases.folder, `sql-${index}`);
          rmSync(sql, { recursive: true, force: true });
          mkdirSync(sql);
          for (const [file, text] of Object.entries(files)) writeFileSync(join(sql, file), text);
          return pathToFileURL(`${sql}/`);
        });
        return migrate(database, 'parcels', urls);
      };
      await migrateBy(first);
      return await migrateBy(second);
    } finally {
      await database.close();
    }
  }
  const a = 'CREATE TABLE a (id INTEGER);\n';
  const b = 'CREATE TABLE b (id INTEGER);\n';
  const c = 'CREATE TABLE c (id INTEGER);\n';
  const d = 'CREATE TABLE d (id INTEGER);\n';
  const e = 'CREATE TABLE e (id INTEGER);\n';

  it('are applied when they are new', async () => {
    expect(await migrateTwice({ '001-a.sql': a }, { '001-a.sql': a, '002-b.sql': b })).toEqual({
      statements: 1,
      seeded: false,
      newer: [],
    });
  });

  it.each([
    ['a statement was changed', { '001-a.sql': a }, { '001-a.sql': a.replace('INTEGER', 'BIGINT') }],
    ['a statement was added', { '001-a.sql': a }, { '001-a.sql': a + b }],
    ['a statement was removed', { '001-a.sql': a + b }, { '001-a.sql': a }],
  ])('are refused when %s', async (_, first, second) => {
    await expect(migrateTwice(first, second)).rejects.toThrow('001-a was changed after it was applied');
  });

  it('are refused when a number was skipped and given out later', async () => {
    await expect(migrateTwice({ '002-b.sql': b }, { '001-a.sql': a, '002-b.sql': b })).rejects.toThrow(
      '001-a comes before 002-b, which is applied',
    );
  });

  it.each([
    ['a later one', { '001-a.sql': a }, { '001-a.sql': a, '002-b.sql': b, '003-c.sql': c }],
    [
      "a later one of a folder whose numbers are below another's",
      [{ '001-a.sql': a, '004-d.sql': d }, { '001-e.sql': e }],
      [
        { '001-a.sql': a, '004-d.sql': d },
        { '001-e.sql': e, '002-b.sql': b, '003-c.sql': c },
      ],
    ],
  ])('are left alone, and named, when a newer version brought %s', async (_, older, newer) => {
    expect(await migrateTwice(newer, older)).toEqual({
      statements: 0,
      seeded: false,
      newer: ['002-b', '003-c'],
    });
  });

  it.each([
    ['an earlier one is gone', { '001-a.sql': a, '002-b.sql': b }, { '002-b.sql': b }],
    ['the newest has another name', { '001-a.sql': a }, { '001-b.sql': b }],
    [
      'an earlier one of each folder is gone',
      [{ '001-a.sql': a, '002-b.sql': b }, { '002-c.sql': c }],
      [{ '002-b.sql': b }, { '002-c.sql': c }],
    ],
  ])('are refused when %s', async (_, first, second) => {
    await expect(migrateTwice(first, second)).rejects.toThrow(
      '001-a, which this version lacks: restore the file, or start the version that has it',
    );
  });

  it('are refused when they would come after those of a newer version', async () => {
    const gap = { '001-a.sql': a, '003-c.sql': c };
    await expect(migrateTwice(gap, { '001-a.sql': a, '002-b.sql': b })).rejects.toThrow(
      'it lacks the migration 002-b, but holds 003-c of a newer version: start that version',
    );
  });
});
