import { parseId } from '../../../kit/ids.ts';
import { toPayload } from '../../../kit/rejection.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  retryWorkflowRun(_, { input }, { viewer, service }) {
    requireAdmin(viewer);
    return toPayload('workflowRun', service.retry(parseId(input.id, 'input.id')));
  },

  cancelWorkflowRun(_, { input: { id, reason } }, { viewer, service }) {
    requireAdmin(viewer);
    return toPayload('workflowRun', service.cancel(parseId(id, 'input.id'), reason ?? undefined));
  },

  replayDeadLetters(_, { input: { ids } }, { viewer, service }) {
    requireAdmin(viewer);
    return toPayload('count', service.replayLetters(ids.map((id) => parseId(id, 'input.ids'))));
  },

  discardDeadLetters(_, { input: { ids } }, { viewer, service }) {
    requireAdmin(viewer);
    return toPayload('count', service.discardLetters(ids.map((id) => parseId(id, 'input.ids'))));
  },
};
