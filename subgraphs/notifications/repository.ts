import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

/** A notification of an user. Times are ISO 8601 in UTC. */
export interface Notification {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface NotificationRow {
  id: string;
  user_id: string;
  title: string;
  created_at: string;
  updated_at: string;
}

const COLUMNS = ['id', 'user_id', 'title', 'created_at', 'updated_at'];

const byCreation = [
  { column: 'created_at', type: 'time', value: ({ createdAt }) => isoToSqlTime(createdAt) },
  { column: 'id', type: 'text', value: ({ id }) => id },
] as const satisfies Keyset<Notification>['columns'];

/** The orders that notifications can be listed in, all of them or one user's. */
export const NOTIFICATION_ORDERS = {
  CREATED_AT_ASC: { name: 'notifications.created_at.asc', columns: byCreation, descending: false },
  CREATED_AT_DESC: { name: 'notifications.created_at.desc', columns: byCreation, descending: true },
} satisfies Record<string, Keyset<Notification>>;

export type NotificationsRepository = ReturnType<typeof createNotificationsRepository>;

export function createNotificationsRepository(database: Database) {
  const notifications = () => database.read('notifications').select<NotificationRow[]>(COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Notification[]> {
      return (await notifications().whereIn('id', ids)).map(toNotification);
    },

    async list(page: PageRequest<Notification>): Promise<Notification[]> {
      const rows: NotificationRow[] = await limitToPage(notifications(), page);
      return rows.map(toNotification);
    },

    /** A page of each user's notifications, in the order of the ids. */
    async listByUsers(
      userIds: readonly string[],
      page: PageRequest<Notification>,
    ): Promise<Notification[][]> {
      const pages = await pageByParent<NotificationRow, Notification>(
        database,
        userIds,
        page,
        (userId) => notifications().where({ user_id: userId }),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toNotification));
    },

    async insert(trx: Knex.Transaction, notification: Notification): Promise<void> {
      await trx('notifications').insert({
        id: notification.id,
        user_id: notification.userId,
        title: notification.title,
        created_at: isoToSqlTime(notification.createdAt),
        updated_at: isoToSqlTime(notification.updatedAt),
      });
    },
  };
}

const toNotification = (row: NotificationRow): Notification => ({
  id: row.id,
  userId: row.user_id,
  title: row.title,
  createdAt: fromSqlTime(row.created_at),
  updatedAt: fromSqlTime(row.updated_at),
});
