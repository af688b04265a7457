import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provideDatabase, queryServer, type TestDatabases } from '../../testing/database.ts';
import type { Database } from '../database.ts';
import { openDatabase } from '../open.ts';

let databases: TestDatabases;
let url: string;
let database: Database;
beforeAll(async () => {
  databases = await provideDatabase();
  url = databases.settings.DATABASE_URL ?? '';
  database = await openDatabase({ name: 'parcels', url, dataDir: '' });
  await queryServer(url, 'CREATE TABLE parcels (id VARCHAR(36) NOT NULL PRIMARY KEY, weight BIGINT)');
});
afterAll(async () => {
  await database?.close();
  await databases?.[Symbol.asyncDispose]();
});

describe('a value on MySQL', () => {
  it.each([
    ['a whole number of 53 bits', 'CAST(9007199254740991 AS SIGNED)', 9_007_199_254_740_991],
    ['a sum of whole numbers', 'SUM(n.weight)', 3],
    ['an average', 'AVG(n.weight)', 1.5],
    ['a count', 'COUNT(*)', 2],
    ['a moment', "CAST('2026-01-31 12:00:00.123' AS DATETIME(3))", '2026-01-31 12:00:00.123'],
    ['a day', "CAST('2026-02-28' AS DATE)", '2026-02-28'],
    ['text of any alphabet', "MAX('Zoë 🧩')", 'Zoë 🧩'],
  ])('arrives as the code expects it: %s', async (_, expression, value) => {
    const sql = `SELECT ${expression} AS value FROM (SELECT 1 AS weight UNION ALL SELECT 2) AS n LIMIT 1`;
    expect(await database.rows(sql, [])).toEqual([{ value }]);
  });

  it('is compared by its bytes', async () => {
    const sql = "SELECT 'a' = 'A' AS folded, 'e' = 'é' AS accented";
    expect(await database.rows(sql, [])).toEqual([{ folded: 0, accented: 0 }]);
  });

  it('keeps its bytes, whatever they would mean in SQL', async () => {
    const texts = [`'; DROP TABLE parcels; --`, 'back\\slash', '%_"`', '\u0000\n\u{10ffff}'];
    for (const text of texts) expect(await database.rows('SELECT ? AS text', [text])).toEqual([{ text }]);
  });
});

describe('a transaction on MySQL', () => {
  const fill = async () => {
    await queryServer(url, "REPLACE INTO parcels VALUES ('a', 0), ('b', 0)");
  };
  const add = (id: string) => ['UPDATE parcels SET weight = weight + 1 WHERE id = ?', [id]] as const;

  it('that loses a deadlock starts over, and both take effect once', async () => {
    await fill();
    const attempts = { ab: 0, ba: 0 };
    let arrived = 0;
    const { promise: both, resolve } = Promise.withResolvers<void>();
    const cross = (name: keyof typeof attempts, first: string, second: string) =>
      database.transaction(async (trx) => {
        attempts[name]++;
        await trx.raw(...add(first));
        if (++arrived === 2) resolve();
        await both;
        await trx.raw(...add(second));
      });
    await Promise.all([cross('ab', 'a', 'b'), cross('ba', 'b', 'a')]);
    expect(attempts.ab + attempts.ba).toBe(3);
    expect(await database.rows('SELECT weight FROM parcels', [])).toEqual([{ weight: 2 }, { weight: 2 }]);
  });

  it('that waited too long for a lock starts over as a whole', async () => {
    await fill();
    let attempts = 0;
    const held = Promise.withResolvers<void>();
    const holder = database.transaction(async (trx) => {
      await trx.raw(...add('b'));
      held.resolve();
      await sleep(1_500);
    });
    await held.promise;
    await database.transaction(async (trx) => {
      attempts++;
      await trx.raw('SET SESSION innodb_lock_wait_timeout = 1');
      await trx.raw(...add('a'));
      await trx.raw(...add('b'));
    });
    await holder;
    expect(attempts).toBeGreaterThan(1);
    expect(await database.rows('SELECT id, weight FROM parcels ORDER BY id', [])).toEqual([
      { id: 'a', weight: 1 },
      { id: 'b', weight: 2 },
    ]);
  });

  it('that fails leaves nothing behind, and its connection free', async () => {
    await fill();
    for (let i = 0; i < 30; i++) {
      const failing = database.transaction(async (trx) => {
        await trx.raw(...add('a'));
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
    }
    expect(await database.rows("SELECT weight FROM parcels WHERE id = 'a'", [])).toEqual([{ weight: 0 }]);
  });

  it('reads what others have committed meanwhile', async () => {
    await fill();
    await database.transaction(async (trx) => {
      const read = () => database.rows("SELECT weight FROM parcels WHERE id = 'a'", [], trx);
      expect(await read()).toEqual([{ weight: 0 }]);
      await queryServer(url, "UPDATE parcels SET weight = 7 WHERE id = 'a'");
      expect(await read()).toEqual([{ weight: 7 }]);
    });
  });
});

describe('the pool', () => {
  it('makes as many connections as it is given, and no more', async () => {
    await using limited = await openDatabase({ name: 'parcels', url, dataDir: '', poolSize: 3 }).then(
      (opened) => Object.assign(opened, { [Symbol.asyncDispose]: () => opened.close() }),
    );
    const ids = await Promise.all(
      Array.from({ length: 12 }, () =>
        limited.rows<{ id: number }>('SELECT CONNECTION_ID() AS id, SLEEP(0.1)', []),
      ),
    );
    expect(new Set(ids.map(([row]) => row?.id)).size).toBe(3);
  });

  it('drops connections that died, whoever killed them', async () => {
    const before = await Promise.all(
      Array.from({ length: 4 }, () =>
        database.rows<{ id: number }>('SELECT CONNECTION_ID() AS id, SLEEP(0.05)', []),
      ),
    );
    const idsOf = (answers: typeof before) => new Set(answers.map(([row]) => row?.id));
    // One of them may have answered twice, where another was not there in time.
    for (const id of idsOf(before)) await queryServer(url, `KILL ${id}`);
    await sleep(100);
    const after = await Promise.all(
      Array.from({ length: 4 }, () =>
        database.rows<{ id: number }>('SELECT CONNECTION_ID() AS id, SLEEP(0.05)', []),
      ),
    );
    expect([...idsOf(after)].filter((id) => idsOf(before).has(id))).toEqual([]);
  });
});
