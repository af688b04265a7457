import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provideDatabase, type TestDatabases } from '../testing/database.ts';
import type { Database } from './database.ts';
import { isDuplicate, isUnavailable } from './failure.ts';
import { openDatabase } from './open.ts';

let database: Database;
let place: TestDatabases;
beforeEach(async () => {
  place = await provideDatabase();
  database = await openDatabase({ name: 'failure', url: place.settings.DATABASE_URL, dataDir: place.folder });
  await database.transaction(
    async (trx) => void (await trx.raw('CREATE TABLE notes (id VARCHAR(36) PRIMARY KEY, text VARCHAR(200))')),
  );
});
afterEach(async () => {
  await database.close();
  await place[Symbol.asyncDispose]();
});

const insert = (row: object) => database.transaction(async (trx) => void (await trx('notes').insert(row)));
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Error) => error,
  );

describe('a statement that fails', () => {
  it('is told without its values', async () => {
    const secret = 'scrypt-16384-8-5';
    const error = await failureOf(insert({ id: '1', text: secret, none: secret }));
    expect(error?.message).toMatch(/insert into .notes./);
    // As a log has it, with whatever the driver adds.
    expect(inspect(error, { depth: 5 })).not.toContain(secret);
  });

  it.each([
    { id: '1', text: 'No space left in my cupboard' },
    { id: 'No space left on device', text: 'certificate has expired' },
  ])('is a duplicate whatever its values say: %o', async (row) => {
    await insert(row);
    const error = await failureOf(insert(row));
    expect([isDuplicate(error), isUnavailable(error)]).toEqual([true, false]);
  });
});

it('an error of ours is no outage, whatever it says', () => {
  expect(isUnavailable(new Error('there is no space left on the shelf'))).toBe(false);
});
