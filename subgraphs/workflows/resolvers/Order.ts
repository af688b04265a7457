import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { OrderResolvers } from '../types.generated.ts';

export const Order: OrderResolvers = {
  __resolveReference: (reference) => ({ id: parseId(reference.id) }),

  workflowRun({ id }, _, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.orderRun.load(`Order:${id}`);
  },
};
