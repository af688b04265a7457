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
