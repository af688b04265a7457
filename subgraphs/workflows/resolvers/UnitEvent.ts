import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { UnitEventResolvers } from '../types.generated.ts';

export const UnitEvent: UnitEventResolvers = {
  __resolveReference: (reference) => ({ id: parseId(reference.id) }),

  workflowRun({ id }, _, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.unitEventRun.load(`UnitEvent:${id}`);
  },
};
