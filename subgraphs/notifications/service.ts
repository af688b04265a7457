import type { Connection } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { retryDelivery } from './delivery/deliveries.ts';
import { alreadyDelivered, deliveryNotFound, notificationNotFound, userNotFound } from './errors.ts';
import { markAllRead, markRead } from './ledger.ts';
import type { Notification, NotificationsRepository, WebhookDelivery } from './repository.ts';

/** A page of notifications. */
export interface NotificationConnection extends Connection<Notification> {
  /** The user whose they are; null where they are nobody's in particular. */
  readonly userId: string | null;
}

/** What the service stands on. */
export interface NotificationsParts {
  readonly database: Database;
  readonly repository: NotificationsRepository;
  readonly now: () => Date;
}

export type NotificationsService = ReturnType<typeof createNotificationsService>;

export function createNotificationsService({ database, repository, now }: NotificationsParts) {
  return {
    /** Marks one that somebody may see as read. */
    async markRead(notification: Pick<Notification, 'id' | 'userId'>): Promise<Notification> {
      await database.transaction((trx) => markRead(trx, notification, now()));
      const [marked] = await repository.listByIds([notification.id]);
      if (!marked) throw notificationNotFound();
      return marked;
    },

    /** @returns how many were unread */
    async markAllRead(userId: string): Promise<number> {
      const marked = await database.transaction((trx) => markAllRead(trx, userId, now()));
      if (marked === null) throw userNotFound();
      return marked;
    },

    /** Has a webhook tried again, by whichever process delivers. */
    async retryDelivery(id: string): Promise<WebhookDelivery> {
      const before = await database.transaction((trx) => retryDelivery(trx, id, now()));
      if (before === null) throw deliveryNotFound();
      if (before === 'DELIVERED') throw alreadyDelivered();
      const [delivery] = await repository.listDeliveriesByIds([id]);
      if (!delivery) throw deliveryNotFound();
      return delivery;
    },
  };
}
