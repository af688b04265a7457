import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import { idOfSubject } from '../run.ts';
import type { WorkflowRunResolvers } from '../types.generated.ts';

export const WorkflowRun: WorkflowRunResolvers = {
  __resolveReference(reference, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.runById.load(parseId(reference.id));
  },
  order: ({ subject }) => (subject.startsWith('Order:') ? { id: idOfSubject(subject) } : null),
};
