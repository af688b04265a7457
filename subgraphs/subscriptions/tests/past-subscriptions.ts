import { bulkInsert } from '../../../kit/database/bulk-insert.ts';
import type { TestSubgraph } from '../../../kit/testing/subgraph.ts';

const COLUMNS = [
  'id',
  'user_id',
  'product_id',
  'transaction_id',
  'billing',
  'status',
  'payment_method',
  'registered_at',
  'created_at',
  'updated_at',
];

/**
 * Gives users past subscriptions, which the sample data has none of beside the known one: the first of a user is of
 * 2020-01-01, each further one a day younger, all monthly ones to product 3.
 *
 * @returns their ids by user, oldest first
 */
export async function insertPast(
  { database }: TestSubgraph,
  userIds: readonly string[],
  each: number,
): Promise<Map<string, string[]>> {
  const ids = new Map(userIds.map((user) => [user, Array.from({ length: each }, (_, i) => `9${user}0${i}`)]));
  const rows = [...ids].flatMap(([user, own]) =>
    own.map((id, i) => {
      const at = `2020-01-${String(i + 1).padStart(2, '0')} 00:00:00.000`;
      return [id, user, '3', `past-${id}`, 'MONTHLY', 'INACTIVE', 'DEBIT', at, at, at];
    }),
  );
  await database.transaction((trx) => bulkInsert(trx, 'subscriptions', COLUMNS, rows));
  return ids;
}
