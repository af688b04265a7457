import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  /** Migrates a database twice: by these files, then by those. */
  async function migrateTwice(first: Record<string, string>, second: Record<string, string>) {
    await using databases = await provideDatabase();
    const database = await openDatabase({ name: 'parcels', dataDir: databases.folder });
    try {
      for (const [round, files] of [first, second].entries()) {
        const sql = mkdtempSync(join(databases.folder, `sql-${round}-`));
        for (const [file, text] of Object.entries(files)) writeFileSync(join(sql, file), text);
        await migrate(database, 'parcels', pathToFileURL(`${sql}/`));
      }
      return (
        await database.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'", [])
      ).map(({ name }) => name);
    } finally {
      await database.close();
    }
  }
  const a = 'CREATE TABLE a (id INTEGER);\n';
  const b = 'CREATE TABLE b (id INTEGER);\n';

  it('are applied when they are new', async () => {
    expect(await migrateTwice({ '001-a.sql': a }, { '001-a.sql': a, '002-b.sql': b })).toEqual(
      expect.arrayContaining(['a', 'b']),
    );
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

  it('are refused when one is gone', async () => {
    await expect(migrateTwice({ '001-a.sql': a, '002-b.sql': b }, { '001-a.sql': a })).rejects.toThrow(
      '002-b, which this version does not know: start the newer version',
    );
  });
});
