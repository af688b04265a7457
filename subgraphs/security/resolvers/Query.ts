import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwned } from '../../../kit/viewer/viewer.ts';
import { SECURITY_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

export const Query: QueryResolvers = {
  async security(_, { id }, { viewer, loaders }) {
    const security = await loaders.securityById.load(parseId(id));
    return requireOwned(viewer, security, ({ userId }) => userId);
  },

  async securities(_, { orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, SECURITY_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await repository.list(page), page);
  },
};
