import type { Knex } from 'knex';
import { toSqlTime } from '../../kit/database/time.ts';

// What this domain keeps of others; the second file, beside repository.ts, that names tables.

/**
 * Whether there is such a user; if so, nobody else's transaction can use or delete the copy until this one ends.
 *
 * @param isThemselves whether it is the user who asks: their token proves that they are there, though the event that
 *   tells of them may be on its way, unless it is known that they were deleted
 */
export async function lockUser(trx: Knex.Transaction, id: string, isThemselves: boolean): Promise<boolean> {
  // An upsert and not an insert that passes over: that one would take a shared lock, which two cannot both raise.
  if (isThemselves) await trx('user_copies').insert({ id }).onConflict('id').merge(['id']);
  const user = await trx('user_copies').where({ id }).forUpdate().first('deleted_at');
  return user !== undefined && user.deleted_at === null;
}

/** @param deletedAt null for a user who is there */
export async function saveUser(trx: Knex.Transaction, id: string, deletedAt: Date | null): Promise<void> {
  await trx('user_copies')
    .insert({ id, deleted_at: deletedAt && toSqlTime(deletedAt) })
    .onConflict('id')
    .merge(['deleted_at']);
}

/** Whether a product is there, and a service. */
export async function isService(trx: Knex.Transaction, id: string): Promise<boolean> {
  return (await trx('product_copies').where({ id }).first('id')) !== undefined;
}

/** Keeps a product if it is a service; of others, and of those that are gone, nothing is kept. */
export async function saveProduct(
  trx: Knex.Transaction,
  id: string,
  kind: 'SERVICE' | 'GOODS' | null,
): Promise<void> {
  if (kind === 'SERVICE') await trx('product_copies').insert({ id }).onConflict('id').ignore();
  else await trx('product_copies').where({ id }).delete();
}
