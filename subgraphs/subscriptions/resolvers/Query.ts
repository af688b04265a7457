import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwned } from '../../../kit/viewer/viewer.ts';
import { SUBSCRIPTION_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';
import { parseFilter } from './CustomerSubscriptionFilter.ts';

export const Query: QueryResolvers = {
  async customerSubscription(_, { id }, { viewer, loaders }) {
    const subscription = await loaders.subscriptionById.load(parseId(id));
    return requireOwned(viewer, subscription, ({ userId }) => userId);
  },

  async customerSubscriptions(_, { filter, orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, SUBSCRIPTION_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await repository.list(parseFilter(filter), page), page);
  },
};
