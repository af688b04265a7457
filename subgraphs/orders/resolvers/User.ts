import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import { ORDER_ORDERS, PURCHASE_ORDER } from '../repository.ts';
import type { UserResolvers } from '../types.generated.ts';
import { toOrderConditions } from './OrderFilter.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id: parseId(id) }),

  async orders({ id }, { filter, orderBy, ...args }, { viewer, loaders }) {
    requireOwner(viewer, id);
    const page = parsePage(args, ORDER_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await loaders.ordersOfUser.load(id, page, toOrderConditions(filter)), page);
  },

  async purchases({ id }, args, { viewer, loaders }) {
    requireOwner(viewer, id);
    const page = parsePage(args, PURCHASE_ORDER);
    return toConnection(await loaders.purchasesOfUser.load(id, page), page);
  },
};
