import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import { NOTIFICATION_ORDER } from '../repository.ts';
import type { UserResolvers } from '../types.generated.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id: parseId(id) }),

  async notifications({ id }, { filter, ...args }, { viewer, loaders }) {
    requireOwner(viewer, id);
    const page = parsePage(args, NOTIFICATION_ORDER);
    const conditions = { unread: filter?.unread ?? undefined };
    return {
      ...toConnection(await loaders.notificationsOfUser.load(id, page, conditions), page),
      userId: id,
    };
  },
};
