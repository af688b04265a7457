import { parseId } from '../../../kit/ids.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { NotificationResolvers } from '../types.generated.ts';

export const Notification: NotificationResolvers = {
  async __resolveReference(reference, { viewer, loaders }) {
    const notification = await loaders.notificationById.load(parseId(reference.id));
    return requireOwned(viewer, notification, ({ userId }) => userId);
  },
  recipient: ({ userId }) => (userId === null ? null : { id: userId }),
};
