import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { DetectionResolvers } from '../types.generated.ts';

export const Detection: DetectionResolvers = {
  __resolveReference: (reference) => ({ id: parseId(reference.id) }),

  workflowRun({ id }, _, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.detectionRun.load(`Detection:${id}`);
  },
};
