import type { SqlValue } from '../../kit/database/bulk-insert.ts';
import { insertCsv, readCsv } from '../../kit/database/csv.ts';
import { choose, draw, type Seed, secondsAfter, seedOwners } from '../../kit/database/seed.ts';

const FOLDER = new URL('../../sql/preferences/', import.meta.url);
const REGISTRATIONS_START = '2025-01-01T00:00:00.000Z';
const SERVICE_PRODUCTS = 12;
/** The same in each domain's seed, so that an owner's rows are about one product, as in the sample data. */
const PRODUCT_SALT = 20;

const COLUMNS = [
  'id',
  'user_id',
  'product_id',
  'theme',
  'region',
  'notifications_enabled',
  'email_enabled',
  'newsletter_enabled',
  'created_at',
  'updated_at',
];

/** The 1,000 preferences of the sample data; beyond them, one for each owner, from the sample's regions. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, ['preferences']),

  async atScale(database, scale, progress) {
    const { columns, rows } = readCsv(FOLDER, 'preferences');
    const regions = rows.map((row) => String(row[columns.indexOf('region')]));
    const rowOf = (owner: number): SqlValue[] => {
      const setAt = secondsAfter(REGISTRATIONS_START, owner);
      return [
        String(owner),
        String(owner),
        String(1 + draw(owner, PRODUCT_SALT, SERVICE_PRODUCTS)),
        choose(owner, 25, ['DARK', 'LIGHT']),
        choose(owner, 26, regions),
        draw(owner, 27, 2),
        draw(owner, 28, 2),
        draw(owner, 29, 2),
        setAt,
        setAt,
      ];
    };
    await seedOwners(
      database,
      scale,
      [{ table: 'preferences', columns: COLUMNS, rowsOf: (owner) => [rowOf(owner)] }],
      async (owner) =>
        (await database
          .read('preferences')
          .where({ id: String(owner) })
          .first('id')) !== undefined,
      progress,
    );
  },
};
