import { createPageLoader, createRowLoader } from '../../kit/batch.ts';
import type { NotificationsRepository } from './repository.ts';

export type NotificationsLoaders = ReturnType<typeof createNotificationsLoaders>;

export const createNotificationsLoaders = (repository: NotificationsRepository) => ({
  notificationById: createRowLoader(repository.listByIds, ({ id }) => id),
  notificationsOfUser: createPageLoader(repository.pageByUser),
  recipientById: createRowLoader(repository.listRecipients, ({ userId }) => userId),
  deliveryById: createRowLoader(repository.listDeliveriesByIds, ({ id }) => id),
});
