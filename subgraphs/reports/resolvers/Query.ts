import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwned } from '../../../kit/viewer/viewer.ts';
import { REPORT_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

export const Query: QueryResolvers = {
  async report(_, { id }, { viewer, loaders }) {
    const report = await loaders.reportById.load(parseId(id));
    return requireOwned(viewer, report, ({ userId }) => userId);
  },

  async reports(_, { orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, REPORT_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await repository.list(page), page);
  },
};
