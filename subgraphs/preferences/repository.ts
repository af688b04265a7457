import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime } from '../../kit/database/time.ts';

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
}

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
});
