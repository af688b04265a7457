import type { Knex } from 'knex';
import {
  applyIfNewer,
  type DomainBus,
  on,
  ProductCreated,
  ProductDeleted,
  ProductUpdated,
  type ReceivedOf,
  UserDeleted,
  UserRegistered,
  UserUpdated,
} from '../../events/index.ts';
import { forgetUser } from './ledger.ts';

/**
 * Whether an order may be placed for a user, who is held: a deletion waits until the order is there to be found.
 *
 * @param isThemselves whether it is the user who asks: their token is news of them, older than all that events tell
 */
export async function isKnownUser(
  trx: Knex.Transaction,
  id: string,
  isThemselves: boolean,
): Promise<boolean> {
  if (await trx('known_users').where({ id }).forShare().first('id')) return true;
  return isThemselves && applyIfNewer(trx, 'users', tokenOf(id), () => addUser(trx, id));
}

const tokenOf = (userId: string) => ({ subject: `User:${userId}`, sequence: 0 });

const addUser = (trx: Knex.Transaction, id: string) =>
  trx('known_users').insert({ id }).onConflict('id').ignore();

/** The names of products, by id; without those that are not known. */
export async function readProductNames(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await trx('known_products')
    .whereIn('id', ids)
    .select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * One of the products that cannot run out; null when there is none.
 *
 * @param share which, from 0 to below 1 through the list
 */
export async function pickUnlimitedProduct(
  trx: Knex.Transaction,
  share: number,
): Promise<{ id: string; name: string } | null> {
  const unlimited = () => trx('known_products').where({ is_unlimited: 1 });
  const [row] = await unlimited().count<{ count: number }[]>({ count: '*' });
  const offset = Math.floor(share * Number(row?.count));
  return (await unlimited().orderBy('id').offset(offset).first('id', 'name')) ?? null;
}

/** Keeps our copies of users and products. */
export function subscribeCopies(bus: DomainBus): void {
  bus.subscribe('copies', [
    ...[UserRegistered, UserUpdated].map((contract) =>
      on(contract, (event, trx) => applyIfNewer(trx, 'users', event, () => addUser(trx, event.subjectId))),
    ),
    on(UserDeleted, async (event, trx) => {
      await applyIfNewer(trx, 'users', event, () =>
        trx('known_users').where({ id: event.subjectId }).delete(),
      );
      await forgetUser(trx, event.subjectId);
    }),
    on(ProductCreated, applyProduct),
    on(ProductUpdated, applyProduct),
    on(ProductDeleted, (event, trx) =>
      applyIfNewer(trx, 'products', event, () =>
        trx('known_products').where({ id: event.subjectId }).delete(),
      ),
    ),
  ]);
}

async function applyProduct(
  event: ReceivedOf<typeof ProductCreated | typeof ProductUpdated>,
  trx: Knex.Transaction,
): Promise<void> {
  const { name, stock } = event.payload;
  const row = { id: event.subjectId, name, is_unlimited: stock === null ? 1 : 0 };
  await applyIfNewer(trx, 'products', event, () =>
    trx('known_products').insert(row).onConflict('id').merge(['name', 'is_unlimited']),
  );
}
