import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from './open.ts';

const FULL = 2;
const NORMAL = 1;

it('waits for the disk when a transaction commits, unless that one need not be durable', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tessera-sqlite-'));
  const database = await openDatabase({ name: 'test', dataDir });
  const modeOf = (options?: { durable: boolean }) =>
    database.transaction(async (trx) => {
      const [row] = await database.rows<{ synchronous: number }>('PRAGMA synchronous', [], trx);
      return row?.synchronous;
    }, options);
  expect(await modeOf()).toBe(FULL);
  expect(await modeOf({ durable: false })).toBe(NORMAL);
  expect(await modeOf()).toBe(FULL);
  expect(await modeOf({ durable: true })).toBe(FULL);
  await database.close();
  rmSync(dataDir, { recursive: true });
});
