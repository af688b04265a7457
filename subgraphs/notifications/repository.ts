import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

/** Something that somebody was told. Times are ISO 8601 in UTC. */
export interface Notification {
  readonly id: string;
  /** Null where it is for a location, and the other way round. */
  readonly userId: string | null;
  readonly location: number | null;
  readonly urgency: 'INFO' | 'WARNING' | 'URGENT';
  readonly title: string;
  readonly text: string;
  readonly createdAt: string;
  /** Null while it is unread. */
  readonly readAt: string | null;
}

/** What is kept of a user. */
export interface Recipient {
  readonly userId: string;
  readonly unreadCount: number;
}

/** A webhook that is to be sent, and what became of it. */
export interface WebhookDelivery {
  readonly id: string;
  readonly kind: 'NOTIFICATION' | 'THIRD_PARTY';
  readonly webhookId: string;
  readonly eventType: string;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly settledAt: string | null;
}

/** Conditions on notifications; all that are given must hold. */
export interface NotificationConditions {
  readonly location?: number | undefined;
  readonly urgency?: Notification['urgency'] | undefined;
  readonly unread?: boolean | undefined;
}

interface NotificationRow {
  id: string;
  user_id: string | null;
  location: number | null;
  urgency: Notification['urgency'];
  title: string;
  text: string;
  created_at: string;
  read_at: string | null;
}

interface DeliveryRow {
  id: string;
  kind: WebhookDelivery['kind'];
  webhook_id: string;
  event_type: string;
  state: WebhookDelivery['state'];
  attempts: number;
  last_status: number | null;
  last_error: string | null;
  due_at: string | null;
  created_at: string;
  settled_at: string | null;
}

/** The columns of a notification, in the order in which they are written. */
export const NOTIFICATION_COLUMNS = [
  'id',
  'user_id',
  'location',
  'urgency',
  'title',
  'text',
  'created_at',
  'read_at',
];
const DELIVERY_COLUMNS = [
  'id',
  'kind',
  'webhook_id',
  'event_type',
  'state',
  'attempts',
  'last_status',
  'last_error',
  'due_at',
  'created_at',
  'settled_at',
];

const byCreation = [
  {
    column: 'created_at',
    type: 'time',
    value: ({ createdAt }: { readonly createdAt: string }) => isoToSqlTime(createdAt),
  },
  { column: 'id', type: 'text', value: ({ id }: { readonly id: string }) => id },
] as const;

/** Notifications, the newest first. */
export const NOTIFICATION_ORDER: Keyset<Notification> = {
  name: 'notifications.created_at.desc',
  columns: byCreation,
  descending: true,
};

/** Webhook deliveries, the newest first. */
export const DELIVERY_ORDER: Keyset<WebhookDelivery> = {
  name: 'webhook_deliveries.created_at.desc',
  columns: byCreation,
  descending: true,
};

export type NotificationsRepository = ReturnType<typeof createNotificationsRepository>;

/** Reads what the domain keeps; ledger.ts and delivery/deliveries.ts write it. */
export function createNotificationsRepository(database: Database) {
  const notifications = () => database.read('notifications').select<NotificationRow[]>(NOTIFICATION_COLUMNS);
  const deliveries = () => database.read('webhook_deliveries').select<DeliveryRow[]>(DELIVERY_COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Notification[]> {
      return (await notifications().whereIn('id', ids)).map(toNotification);
    },

    async list(conditions: NotificationConditions, page: PageRequest<Notification>): Promise<Notification[]> {
      const rows: NotificationRow[] = await limitToPage(narrow(notifications(), conditions), page);
      return rows.map(toNotification);
    },

    /** A page of each user's notifications, in the users' order. */
    async pageByUser(
      userIds: readonly string[],
      page: PageRequest<Notification>,
      conditions: NotificationConditions = {},
    ): Promise<Notification[][]> {
      const pages = await pageByParent<NotificationRow & { user_id: string }, Notification>(
        database,
        userIds,
        page,
        (userId) => narrow(notifications().where({ user_id: userId }), conditions),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toNotification));
    },

    /** What is kept of users; none for a user who was never sent anything. */
    async listRecipients(userIds: readonly string[]): Promise<Recipient[]> {
      const rows = await database
        .read('recipients')
        .select<{ user_id: string; unread_count: number }[]>('user_id', 'unread_count')
        .whereIn('user_id', userIds);
      return rows.map((row) => ({ userId: row.user_id, unreadCount: row.unread_count }));
    },

    async listDeliveries(
      { state }: { readonly state?: WebhookDelivery['state'] | undefined },
      page: PageRequest<WebhookDelivery>,
    ): Promise<WebhookDelivery[]> {
      const query = state ? deliveries().where({ state }) : deliveries();
      const rows: DeliveryRow[] = await limitToPage(query, page);
      return rows.map(toDelivery);
    },

    async listDeliveriesByIds(ids: readonly string[]): Promise<WebhookDelivery[]> {
      return (await deliveries().whereIn('id', ids)).map(toDelivery);
    },
  };
}

function narrow(
  query: Knex.QueryBuilder,
  { location, urgency, unread }: NotificationConditions,
): Knex.QueryBuilder {
  if (location !== undefined) query.where({ location });
  if (urgency) query.where({ urgency });
  if (unread !== undefined) query.where({ is_read: unread ? 0 : 1 });
  return query;
}

const toNotification = (row: NotificationRow): Notification => ({
  id: row.id,
  userId: row.user_id,
  location: row.location,
  urgency: row.urgency,
  title: row.title,
  text: row.text,
  createdAt: fromSqlTime(row.created_at),
  readAt: row.read_at && fromSqlTime(row.read_at),
});

const toDelivery = (row: DeliveryRow): WebhookDelivery => ({
  id: row.id,
  kind: row.kind,
  webhookId: row.webhook_id,
  eventType: row.event_type,
  state: row.state,
  attempts: row.attempts,
  lastStatus: row.last_status,
  lastError: row.last_error,
  nextAttemptAt: row.due_at && fromSqlTime(row.due_at),
  createdAt: fromSqlTime(row.created_at),
  settledAt: row.settled_at && fromSqlTime(row.settled_at),
});
