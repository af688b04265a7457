import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';

/** A customer's subscription to a product. Times are ISO 8601 in UTC. */
export interface CustomerSubscription {
  readonly id: string;
  readonly userId: string;
  readonly productId: string;
  readonly transactionId: string;
  readonly billing: 'ANNUAL' | 'MONTHLY' | 'PAY_PER_USE';
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly paymentMethod: 'DEBIT' | 'MAIL_CHEQUE' | 'VISA' | 'MASTERCARD';
  readonly registeredAt: string;
  /** When the first of its present terms began: at the registration, or when they last began anew. */
  readonly anchoredAt: string;
  /** When its term ends, or it ended itself; null where each use is billed. */
  readonly renewsAt: string | null;
  readonly createdAt: string;
  /** Counts the changes of this row. */
  readonly version: number;
}

/** Conditions on subscriptions; all that are given must hold. */
export interface SubscriptionConditions {
  readonly status?: CustomerSubscription['status'] | undefined;
  readonly billing?: CustomerSubscription['billing'] | undefined;
  readonly productId?: string | undefined;
}

interface SubscriptionRow {
  id: string;
  user_id: string;
  product_id: string;
  transaction_id: string;
  billing: CustomerSubscription['billing'];
  status: CustomerSubscription['status'];
  payment_method: CustomerSubscription['paymentMethod'];
  registered_at: string;
  /** Null in rows of older versions and of the sample data, whose terms count from their registration. */
  anchored_at: string | null;
  renews_at: string | null;
  created_at: string;
  version: number;
}

const COLUMNS = [
  'id',
  'user_id',
  'product_id',
  'transaction_id',
  'billing',
  'status',
  'payment_method',
  'registered_at',
  'anchored_at',
  'renews_at',
  'created_at',
  'version',
];

const byCreation = [
  { column: 'created_at', type: 'time', value: ({ createdAt }) => isoToSqlTime(createdAt) },
  { column: 'id', type: 'text', value: ({ id }) => id },
] as const satisfies Keyset<CustomerSubscription>['columns'];

/** The orders that subscriptions can be listed in, all of them or one user's. */
export const SUBSCRIPTION_ORDERS = {
  CREATED_AT_ASC: { name: 'subscriptions.created_at.asc', columns: byCreation, descending: false },
  CREATED_AT_DESC: { name: 'subscriptions.created_at.desc', columns: byCreation, descending: true },
} satisfies Record<string, Keyset<CustomerSubscription>>;

export type SubscriptionsRepository = ReturnType<typeof createSubscriptionsRepository>;

export function createSubscriptionsRepository(database: Database) {
  const subscriptions = () => database.read('subscriptions').select<SubscriptionRow[]>(COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<CustomerSubscription[]> {
      return (await subscriptions().whereIn('id', ids)).map(toSubscription);
    },

    /** The active subscriptions of users: one of each at most. */
    async listActiveByUsers(userIds: readonly string[]): Promise<CustomerSubscription[]> {
      return (await subscriptions().whereIn('active_user_id', userIds)).map(toSubscription);
    },

    /** Those of the users who have or had a subscription. */
    async listSubscribers(userIds: readonly string[]): Promise<string[]> {
      const rows = await database.read('subscriptions').distinct('user_id').whereIn('user_id', userIds);
      return rows.map((row) => row.user_id);
    },

    async list(
      conditions: SubscriptionConditions,
      page: PageRequest<CustomerSubscription>,
    ): Promise<CustomerSubscription[]> {
      const rows: SubscriptionRow[] = await limitToPage(limitTo(subscriptions(), conditions), page);
      return rows.map(toSubscription);
    },

    /** A page of each user's subscriptions, in the users' order. */
    async listByUsers(
      userIds: readonly string[],
      page: PageRequest<CustomerSubscription>,
      conditions: SubscriptionConditions = {},
    ): Promise<CustomerSubscription[][]> {
      const pages = await pageByParent<SubscriptionRow, CustomerSubscription>(
        database,
        userIds,
        page,
        (userId) => limitTo(subscriptions().where({ user_id: userId }), conditions),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toSubscription));
    },

    /** The subscription as it is now; it stays so until the transaction ends. */
    async lockById(trx: Knex.Transaction, id: string): Promise<CustomerSubscription | null> {
      const row: SubscriptionRow | undefined = await trx('subscriptions')
        .where({ id })
        .forUpdate()
        .first(COLUMNS);
      return row ? toSubscription(row) : null;
    },

    /** @throws a duplicate when the user has an active subscription */
    async insert(trx: Knex.Transaction, subscription: CustomerSubscription, at: Date): Promise<void> {
      await trx('subscriptions').insert(toRow(subscription, at));
    },

    /** @throws a duplicate when the user has another active subscription */
    async update(trx: Knex.Transaction, subscription: CustomerSubscription, at: Date): Promise<void> {
      const { id, ...columns } = toRow(subscription, at);
      await trx('subscriptions').where({ id }).update(columns);
    },

    /** Deletes all subscriptions of a user, and gives the one that was active. */
    async deleteByUser(trx: Knex.Transaction, userId: string): Promise<CustomerSubscription | null> {
      // All of them are held: one that has ended may be about to begin anew.
      const rows: SubscriptionRow[] = await trx('subscriptions')
        .where({ user_id: userId })
        .forUpdate()
        .select(COLUMNS);
      await trx('subscriptions').where({ user_id: userId }).delete();
      const active = rows.find(({ status }) => status === 'ACTIVE');
      return active ? toSubscription(active) : null;
    },
  };
}

function limitTo(
  query: Knex.QueryBuilder,
  { status, billing, productId }: SubscriptionConditions,
): Knex.QueryBuilder {
  if (status !== undefined) query.where({ status });
  if (billing !== undefined) query.where({ billing });
  if (productId !== undefined) query.where({ product_id: productId });
  return query;
}

const toSubscription = (row: SubscriptionRow): CustomerSubscription => ({
  id: row.id,
  userId: row.user_id,
  productId: row.product_id,
  transactionId: row.transaction_id,
  billing: row.billing,
  status: row.status,
  paymentMethod: row.payment_method,
  registeredAt: fromSqlTime(row.registered_at),
  anchoredAt: fromSqlTime(row.anchored_at ?? row.registered_at),
  renewsAt: row.renews_at === null ? null : fromSqlTime(row.renews_at),
  createdAt: fromSqlTime(row.created_at),
  version: row.version,
});

const toRow = (subscription: CustomerSubscription, updatedAt: Date) => ({
  id: subscription.id,
  user_id: subscription.userId,
  product_id: subscription.productId,
  transaction_id: subscription.transactionId,
  billing: subscription.billing,
  status: subscription.status,
  payment_method: subscription.paymentMethod,
  registered_at: isoToSqlTime(subscription.registeredAt),
  anchored_at: isoToSqlTime(subscription.anchoredAt),
  renews_at: subscription.renewsAt && isoToSqlTime(subscription.renewsAt),
  created_at: isoToSqlTime(subscription.createdAt),
  updated_at: toSqlTime(updatedAt),
  version: subscription.version,
  active_user_id: subscription.status === 'ACTIVE' ? subscription.userId : null,
});
