import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { DetectionResolvers } from '../types.generated.ts';

export const Detection: DetectionResolvers = {
  __resolveReference({ id }, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.detectionById.load(parseId(id));
  },
};
