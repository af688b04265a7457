import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwned } from '../../../kit/viewer/viewer.ts';
import { WORKFLOW_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

export const Query: QueryResolvers = {
  async workflow(_, { id }, { viewer, loaders }) {
    const workflow = await loaders.workflowById.load(parseId(id));
    return requireOwned(viewer, workflow, ({ userId }) => userId);
  },

  async workflows(_, { orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, WORKFLOW_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await repository.list(page), page);
  },
};
