import { parsePage, toConnection } from '../../../kit/connection.ts';
import { badUserInput } from '../../../kit/errors.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwned } from '../../../kit/viewer/viewer.ts';
import { DELIVERY_ORDER, NOTIFICATION_ORDER } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

const LOCATIONS = 100;

export const Query: QueryResolvers = {
  async notification(_, { id }, { viewer, loaders }) {
    const notification = await loaders.notificationById.load(parseId(id));
    return requireOwned(viewer, notification, ({ userId }) => userId);
  },

  async notifications(_, { filter, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, NOTIFICATION_ORDER);
    const conditions = {
      location: filter?.location ?? undefined,
      urgency: filter?.urgency ?? undefined,
      unread: filter?.unread ?? undefined,
    };
    const { location = 1 } = conditions;
    if (location < 1 || location > LOCATIONS)
      throw badUserInput(`filter.location must be 1 to ${LOCATIONS}, not ${location}.`);
    return { ...toConnection(await repository.list(conditions, page), page), userId: null };
  },

  async webhookDeliveries(_, { filter, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, DELIVERY_ORDER);
    const conditions = { state: filter?.state ?? undefined };
    return toConnection(await repository.listDeliveries(conditions, page), page);
  },
};
