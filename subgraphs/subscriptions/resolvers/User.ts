import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import { SUBSCRIPTION_ORDERS } from '../repository.ts';
import type { UserResolvers } from '../types.generated.ts';
import { parseFilter } from './CustomerSubscriptionFilter.ts';

export const User: UserResolvers = {
  // Every user comes from here or from a row that the viewer may see, so the fields need no check of their own.
  __resolveReference(reference, { viewer }) {
    const id = parseId(reference.id);
    requireOwner(viewer, id);
    return { id };
  },

  subscription: ({ id }, _, { loaders }) => loaders.activeByUser.load(id),

  async subscriptionStatus({ id }, _, { loaders }) {
    if (await loaders.activeByUser.load(id)) return 'ACTIVE';
    return (await loaders.subscriber.load(id)) ? 'INACTIVE' : null;
  },

  async subscriptions({ id }, { filter, orderBy, ...args }, { loaders }) {
    const page = parsePage(args, SUBSCRIPTION_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await loaders.pageByUser.load(id, page, parseFilter(filter)), page);
  },
};
