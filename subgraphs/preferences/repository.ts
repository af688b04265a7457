import type { Knex } from 'knex';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

/** How a customer wants a product to look, and what may be sent about it. Times are ISO 8601 in UTC. */
export interface ProductPreference {
  readonly id: string;
  readonly userId: string;
  readonly productId: string;
  readonly theme: 'DARK' | 'LIGHT';
  /** A province or territory of Canada, in two letters. */
  readonly region: string;
  readonly notificationsEnabled: boolean;
  readonly emailEnabled: boolean;
  readonly newsletterEnabled: boolean;
  readonly updatedAt: string;
  /** Counts the changes of this row. */
  readonly version: number;
}

/** What a user decides about a product. */
export type Settings = Pick<
  ProductPreference,
  'theme' | 'region' | 'notificationsEnabled' | 'emailEnabled' | 'newsletterEnabled'
>;

interface PreferenceRow {
  id: string;
  user_id: string;
  product_id: string;
  theme: ProductPreference['theme'];
  region: string;
  notifications_enabled: number;
  email_enabled: number;
  newsletter_enabled: number;
  updated_at: string;
  version: number;
}

const COLUMNS = [
  'id',
  'user_id',
  'product_id',
  'theme',
  'region',
  'notifications_enabled',
  'email_enabled',
  'newsletter_enabled',
  'updated_at',
  'version',
];

export type PreferencesRepository = ReturnType<typeof createPreferencesRepository>;

export function createPreferencesRepository(database: Database) {
  const preferences = () => database.read('preferences').select<PreferenceRow[]>(COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<ProductPreference[]> {
      return (await preferences().whereIn('id', ids)).map(toPreference);
    },

    /** All preferences of users, by product id: numbers by their value ("9" before "10"), then UUIDs. */
    async listByUsers(userIds: readonly string[]): Promise<ProductPreference[]> {
      const rows = await preferences()
        .whereIn('user_id', userIds)
        .orderByRaw('LENGTH(product_id), product_id');
      return rows.map(toPreference);
    },

    /** A user's preference for a product; it stays so until the transaction ends. */
    async lockByUserAndProduct(
      trx: Knex.Transaction,
      userId: string,
      productId: string,
    ): Promise<ProductPreference | null> {
      const row: PreferenceRow | undefined = await trx('preferences')
        .where({ user_id: userId, product_id: productId })
        .forUpdate()
        .first(COLUMNS);
      return row ? toPreference(row) : null;
    },

    async countByUser(trx: Knex.Transaction, userId: string): Promise<number> {
      const row = await trx('preferences').where({ user_id: userId }).count({ count: '*' }).first();
      return Number(row?.count);
    },

    async insert(trx: Knex.Transaction, preference: ProductPreference): Promise<void> {
      const row = toRow(preference);
      await trx('preferences').insert({ ...row, created_at: row.updated_at });
    },

    async update(trx: Knex.Transaction, preference: ProductPreference): Promise<void> {
      const { id, ...columns } = toRow(preference);
      await trx('preferences').where({ id }).update(columns);
    },

    async deleteByUser(trx: Knex.Transaction, userId: string): Promise<void> {
      await trx('preferences').where({ user_id: userId }).delete();
    },
  };
}

const toPreference = (row: PreferenceRow): ProductPreference => ({
  id: row.id,
  userId: row.user_id,
  productId: row.product_id,
  theme: row.theme,
  region: row.region,
  notificationsEnabled: row.notifications_enabled === 1,
  emailEnabled: row.email_enabled === 1,
  newsletterEnabled: row.newsletter_enabled === 1,
  updatedAt: fromSqlTime(row.updated_at),
  version: row.version,
});

const toRow = (preference: ProductPreference): PreferenceRow => ({
  id: preference.id,
  user_id: preference.userId,
  product_id: preference.productId,
  theme: preference.theme,
  region: preference.region,
  notifications_enabled: Number(preference.notificationsEnabled),
  email_enabled: Number(preference.emailEnabled),
  newsletter_enabled: Number(preference.newsletterEnabled),
  updated_at: isoToSqlTime(preference.updatedAt),
  version: preference.version,
});
