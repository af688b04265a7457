import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provideDatabase, type TestDatabases } from '../testing/database.ts';
import type { Database } from './database.ts';
import { transactOnce } from './idempotency.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

const EVENTS = new URL('../../sql/events/', import.meta.url);

let database: Database;
let place: TestDatabases;
beforeEach(async () => {
  place = await provideDatabase();
  database = await openDatabase({ name: 'once', url: place.settings.DATABASE_URL, dataDir: place.folder });
  await migrate(database, 'once', EVENTS);
  await database.transaction(async (trx) => void (await trx.raw('CREATE TABLE effects (n INTEGER)')));
});
afterEach(async () => {
  await database.close();
  await place[Symbol.asyncDispose]();
});

const effects = async () => (await database.read('effects').select('n')).length;
const ask = (key: string | null, input: unknown = { a: 1 }, viewerId = '1') =>
  transactOnce(database, { key, viewerId, mutation: 'makeEffect', input, now: new Date() }, async (trx) => {
    await trx('effects').insert({ n: 1 });
    return { id: crypto.randomUUID() };
  });

describe('a request with an idempotency key', () => {
  it('has one effect and one answer, however often it is repeated', async () => {
    const first = await ask('k');
    expect(await ask('k')).toEqual(first);
    const together = await Promise.all(Array.from({ length: 20 }, () => ask('together')));
    expect(new Set(together.map(({ id }) => id)).size).toBe(1);
    expect(await effects()).toBe(2);
  });

  it('has one answer also where what it did once cannot be done again', async () => {
    const takeLast = () =>
      transactOnce(
        database,
        { key: 'last', viewerId: '1', mutation: 'takeLast', input: {}, now: new Date() },
        async (trx) => {
          if ((await trx('effects').where({ n: 7 }).delete()) === 0) throw new Error('there is none left');
          return { id: crypto.randomUUID() };
        },
      );
    await database.transaction(async (trx) => void (await trx('effects').insert({ n: 7 })));
    const together = await Promise.all(Array.from({ length: 20 }, takeLast));
    expect(new Set(together.map(({ id }) => id)).size).toBe(1);
  });

  it('is refused when the key was used for something else', async () => {
    await ask('k');
    await expect(ask('k', { a: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await effects()).toBe(1);
  });

  it('has nothing to do with the same key of another viewer', async () => {
    await ask('k', { a: 1 }, '1');
    await ask('k', { a: 1 }, '2');
    expect(await effects()).toBe(2);
  });

  it('may be tried again after it failed, and leaves nothing of the failure', async () => {
    const failing = transactOnce(
      database,
      { key: 'k', viewerId: '1', mutation: 'makeEffect', input: { a: 1 }, now: new Date() },
      async (trx) => {
        await trx('effects').insert({ n: 1 });
        throw new Error('no');
      },
    );
    await expect(failing).rejects.toThrow('no');
    expect(await effects()).toBe(0);
    await ask('k');
    expect(await effects()).toBe(1);
  });

  it.each(['', 'x'.repeat(65)])('is refused when the key is no key', async (key) => {
    await expect(ask(key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_INVALID' });
  });

  it('is not recognised again without a key', async () => {
    await ask(null);
    await ask(null);
    expect(await effects()).toBe(2);
  });
});
