import { bulkInsert, type SqlValue } from '../../kit/database/bulk-insert.ts';
import { insertCsv, readCsv } from '../../kit/database/csv.ts';
import { choose, draw, type Seed, secondsAfter, seedOwners } from '../../kit/database/seed.ts';
import { uuidOf } from '../../kit/ids.ts';

const FOLDER = new URL('../../sql/subscriptions/', import.meta.url);
const REGISTRATIONS_START = '2025-01-01T00:00:00.000Z';
const SERVICE_PRODUCTS = 12;
/** The same in each domain's seed, so that an owner's rows are about one product, as in the sample data. */
const PRODUCT_SALT = 20;
const DAY = 86_400;

const BILLINGS = ['ANNUAL', 'MONTHLY', 'PAY_PER_USE'] as const;
const STATUSES = ['ACTIVE', 'INACTIVE'] as const;
const PAYMENT_METHODS = ['DEBIT', 'MAIL_CHEQUE', 'VISA', 'MASTERCARD'] as const;

const COLUMNS = [
  'id',
  'user_id',
  'product_id',
  'transaction_id',
  'billing',
  'status',
  'payment_method',
  'registered_at',
  'renews_at',
  'created_at',
  'updated_at',
  'active_user_id',
];

/** The 1,000 subscriptions of the sample data; beyond them, one for each owner. */
export const seed: Seed = {
  async demo(trx) {
    await insertCsv(trx, FOLDER, ['subscriptions']);
    const { columns, rows } = readCsv(FOLDER, 'subscriptions');
    // Every sample user has a subscription, and every service has subscribers.
    const distinct = (column: string) =>
      [...new Set(rows.map((row) => row[columns.indexOf(column)] as string))].map((id) => [id]);
    await bulkInsert(trx, 'user_copies', ['id'], distinct('user_id'));
    await bulkInsert(trx, 'product_copies', ['id'], distinct('product_id'));
  },

  async atScale(database, scale, progress) {
    await seedOwners(
      database,
      scale,
      [
        { table: 'subscriptions', columns: COLUMNS, rowsOf: (owner) => [rowOf(owner)] },
        { table: 'user_copies', columns: ['id'], rowsOf: (owner) => [[String(owner)]] },
      ],
      async (owner) =>
        (await database
          .read('subscriptions')
          .where({ id: String(owner) })
          .first('id')) !== undefined,
      progress,
    );
  },
};

function rowOf(owner: number): SqlValue[] {
  const id = String(owner);
  const productId = String(1 + draw(owner, PRODUCT_SALT, SERVICE_PRODUCTS));
  const billing = choose(owner, 21, BILLINGS);
  const isActive = choose(owner, 22, STATUSES) === 'ACTIVE';
  const registeredAt = secondsAfter(REGISTRATIONS_START, owner);
  const termEnd = secondsAfter(REGISTRATIONS_START, owner + termDays(owner, billing, isActive) * DAY);
  return [
    id,
    id,
    productId,
    uuidOf(`subscription ${owner}`),
    billing,
    isActive ? 'ACTIVE' : 'INACTIVE',
    choose(owner, 23, PAYMENT_METHODS),
    registeredAt,
    billing === 'PAY_PER_USE' ? null : termEnd,
    registeredAt,
    isActive ? registeredAt : termEnd,
    isActive ? id : null,
  ];
}

/** How long a subscription runs, in days: whole years or months, an active one's two years or more. */
function termDays(owner: number, billing: (typeof BILLINGS)[number], isActive: boolean): number {
  if (billing === 'ANNUAL') return isActive ? 730 : 365;
  return 30 * ((isActive ? 25 : 1) + draw(owner, 24, 12));
}
