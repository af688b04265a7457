import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwned } from '../../../kit/viewer/viewer.ts';
import { ORDER_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';
import { toOrderConditions } from './OrderFilter.ts';

export const Query: QueryResolvers = {
  async order(_, { id }, { viewer, loaders }) {
    const order = await loaders.orderById.load(parseId(id));
    return requireOwned(viewer, order, ({ userId }) => userId);
  },

  async orders(_, { filter, orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, ORDER_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await repository.list(toOrderConditions(filter), page), page);
  },

  orderMetrics(_, __, { viewer, repository }) {
    requireAdmin(viewer);
    return repository.readMetrics();
  },
};
