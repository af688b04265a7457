import type { NotificationConnectionResolvers } from '../types.generated.ts';

export const NotificationConnection: NotificationConnectionResolvers = {
  async unreadCount({ userId }, _, { loaders }) {
    if (userId === null) return null;
    return (await loaders.recipientById.load(userId))?.unreadCount ?? 0;
  },
};
