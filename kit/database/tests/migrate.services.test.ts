import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provideDatabase, queryServer, type TestDatabases } from '../../testing/database.ts';

const PROGRAM = fileURLToPath(new URL('./migrate-program.ts', import.meta.url));

/**
 * Definitions, each committed at once, and writes that must happen exactly once, in turn. The writes take their time
 * (SLEEP gives 0), so that many a kill falls into one: the server goes on with it, and must not keep it.
 */
const STATEMENTS = [
  'CREATE TABLE parcels (id VARCHAR(36) NOT NULL PRIMARY KEY, weight BIGINT NOT NULL)',
  "INSERT INTO parcels (id, weight) VALUES ('first', 1)",
  'CREATE INDEX parcels_weight ON parcels (weight)',
  'UPDATE parcels SET weight = weight * 10 + SLEEP(0.1)',
  'ALTER TABLE parcels ADD COLUMN sender VARCHAR(36)',
  "UPDATE parcels SET weight = weight + 1 + SLEEP(0.1), sender = 'us'",
  'CREATE TABLE scraps (id VARCHAR(36) NOT NULL PRIMARY KEY)',
  'DROP TABLE scraps',
  'UPDATE parcels SET weight = weight * 10 + SLEEP(0.1)',
  'DROP INDEX parcels_weight ON parcels',
];

let databases: TestDatabases;
let url: string;
let sql: string;
async function arrange(): Promise<void> {
  databases = await provideDatabase();
  url = databases.settings.DATABASE_URL ?? '';
  sql = join(databases.folder, 'sql');
  mkdirSync(sql);
  writeMigration('001-parcels.sql', STATEMENTS);
}
beforeEach(arrange);
afterEach(() => databases[Symbol.asyncDispose]());

const writeMigration = (file: string, statements: readonly string[]) =>
  writeFileSync(join(sql, file), `${statements.join(';\n')};\n`);

const query = <Row>(statement: string) => queryServer<Row>(url, statement);

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

const start = (): ChildProcess => spawn(process.execPath, [PROGRAM, url, sql], { stdio: 'pipe' });

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, output: `${output}${errors}`.trim() };
}

interface LedgerRow {
  readonly name: string;
  readonly statement: number;
  readonly finished: number;
}

/** The ledger; empty while there is none. */
const readLedger = (): Promise<LedgerRow[]> =>
  query<LedgerRow>('SELECT name, statement, finished FROM schema_migrations ORDER BY name, statement').catch(
    () => [],
  );

/** All is there, and what may happen once happened once. */
async function expectComplete(): Promise<void> {
  const files = STATEMENTS.map((_, statement) => ({ name: '001-parcels', statement, finished: 1 }));
  expect(await readLedger()).toEqual([...files, { name: 'seed-demo', statement: 0, finished: 1 }]);
  expect(await query("SELECT weight, sender FROM parcels WHERE id = 'first'")).toEqual([
    { weight: 110, sender: 'us' },
  ]);
  expect(await query('SELECT COUNT(*) AS n FROM parcels')).toEqual([{ n: 2_001 }]);
  expect(await query("SHOW INDEX FROM parcels WHERE Key_name <> 'PRIMARY'")).toEqual([]);
  expect(await query("SHOW TABLES LIKE 'scraps'")).toEqual([]);
}

describe('ten processes that migrate at once', () => {
  it('leave one to work and nine to wait; all succeed', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(start())));
    const reports = outcomes.map(({ output }) => output).sort();
    expect(outcomes.map(({ code }) => code)).toEqual(Array(10).fill(0));
    expect(reports).toEqual([
      ...Array(9).fill('{"statements":0,"seeded":false,"newer":[]}'),
      `{"statements":${STATEMENTS.length},"seeded":true,"newer":[]}`,
    ]);
    await expectComplete();
  });
});

describe('a migration that is killed midway', () => {
  it('while a definition runs: the server still finishes it, and the next start the rest', async () => {
    writeMigration('002-slow.sql', [
      'CREATE TABLE slow AS SELECT id, SLEEP(3) AS waited FROM parcels LIMIT 1',
      'ALTER TABLE slow ADD COLUMN note VARCHAR(10)',
    ]);
    const child = start();
    const ended = outcomeOf(child);
    await expect
      .poll(
        () => query("SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'CREATE TABLE slow%'"),
        {
          timeout: 20_000,
          interval: 20,
        },
      )
      .toHaveLength(1);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    expect((await readLedger()).filter(({ name }) => name === '002-slow')).toEqual([
      { name: '002-slow', statement: 0, finished: 0 },
      { name: '002-slow', statement: 1, finished: 0 },
    ]);

    const { code, output } = await outcomeOf(start());
    expect(output).toBe('{"statements":2,"seeded":true,"newer":[]}');
    expect(code).toBe(0);
    expect((await query<{ Field: string }>('SHOW COLUMNS FROM slow')).map(({ Field }) => Field)).toEqual([
      'id',
      'waited',
      'note',
    ]);
  });

  it('at any moment: the next start finishes it, and repeats no write', async () => {
    const reached = new Set<number>();
    for (let delay = 0; delay < 400; delay += 50) {
      await databases[Symbol.asyncDispose]();
      await arrange();
      const child = start();
      const ended = outcomeOf(child);
      await expect.poll(readLedger, { timeout: 20_000, interval: 1 }).not.toEqual([]);
      await sleep(delay);
      child.kill('SIGKILL');
      await ended;
      reached.add((await readLedger()).filter(({ finished }) => finished).length);
      expect(await outcomeOf(start())).toMatchObject({ code: 0 });
      await expectComplete();
    }
    // Some were cut off between the first statement and the end, at more than one place.
    expect([...reached].filter((finished) => finished < STATEMENTS.length).length).toBeGreaterThan(1);
  });
});
