import { parseId } from '../../../kit/ids.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { WorkflowResolvers } from '../types.generated.ts';

export const Workflow: WorkflowResolvers = {
  async __resolveReference(reference, { viewer, loaders }) {
    const workflow = await loaders.workflowById.load(parseId(reference.id));
    return requireOwned(viewer, workflow, ({ userId }) => userId);
  },
  user: ({ userId }) => ({ id: userId }),
};
