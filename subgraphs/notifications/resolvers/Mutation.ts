import { parseId } from '../../../kit/ids.ts';
import { toPayload } from '../../../kit/rejection.ts';
import { requireAdmin, requireOwned, requireOwner, requireViewer } from '../../../kit/viewer/viewer.ts';
import { type NotificationsErrorCode, notificationNotFound } from '../errors.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  async markNotificationRead(_, { input }, { viewer, service, loaders }) {
    const found = await loaders.notificationById.load(parseId(input.id));
    const notification = requireOwned(viewer, found, ({ userId }) => userId);
    const marking = notification ? service.markRead(notification) : Promise.reject(notificationNotFound());
    return toPayload('notification', marking);
  },

  async markAllNotificationsRead(_, { input }, { viewer, service }) {
    const userId = parseId(input.userId ?? requireViewer(viewer).id, 'userId');
    requireOwner(viewer, userId);
    const marking = service.markAllRead(userId);
    const payload = await toPayload<'markedCount', number, NotificationsErrorCode>('markedCount', marking);
    return { ...payload, recipient: payload.markedCount === null ? null : { id: userId } };
  },

  retryWebhookDelivery(_, { input }, { viewer, service }) {
    requireAdmin(viewer);
    return toPayload('webhookDelivery', service.retryDelivery(parseId(input.id)));
  },
};
