import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database/database.ts';

/** Longer than a writer takes to come where it has to wait. */
const SETTLE_MS = 250;

/**
 * Lets writers of a row wait in line while it is held, and then go: what is rare elsewhere happens each time. On SQLite
 * they wait for the whole database, where such races cannot be: what mends one is tested on MariaDB alone.
 *
 * @param starts what starts each of them, in their order
 * @returns what came of them
 */
export async function lineUp<Results extends readonly unknown[]>(
  database: Database,
  { table, id }: { readonly table: string; readonly id: string },
  starts: { readonly [Index in keyof Results]: () => Promise<Results[Index]> },
): Promise<Results> {
  const started: Promise<unknown>[] = [];
  await database.transaction(async (trx) => {
    await trx(table).where({ id }).forUpdate().first('id');
    for (const start of starts) {
      started.push(start());
      await setTimeout(SETTLE_MS);
    }
  });
  return (await Promise.all(started)) as unknown as Results;
}
