import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwned } from '../../../kit/viewer/viewer.ts';
import { NOTIFICATION_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

export const Query: QueryResolvers = {
  async notification(_, { id }, { viewer, loaders }) {
    const notification = await loaders.notificationById.load(parseId(id));
    return requireOwned(viewer, notification, ({ userId }) => userId);
  },

  async notifications(_, { orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, NOTIFICATION_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await repository.list(page), page);
  },
};
