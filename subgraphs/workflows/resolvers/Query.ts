import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import { LETTER_ORDER, RUN_ORDER } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';
import { toRunConditions } from './WorkflowRunFilter.ts';

export const Query: QueryResolvers = {
  workflowRun(_, { id }, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.runById.load(parseId(id));
  },

  async workflowRuns(_, { filter, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, RUN_ORDER);
    return toConnection(await repository.list(toRunConditions(filter), page), page);
  },

  workflows(_, __, { viewer, workflows }) {
    requireAdmin(viewer);
    return workflows;
  },

  async deadLetters(_, { filter, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, LETTER_ORDER);
    const conditions = { domain: filter?.domain?.trim(), consumer: filter?.consumer?.trim() };
    return toConnection(await repository.listLetters(conditions, page), page);
  },
};
