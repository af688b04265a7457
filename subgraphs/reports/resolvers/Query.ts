import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { QueryResolvers } from '../types.generated.ts';

export const Query: QueryResolvers = {
  report(_, { kind }, { viewer }) {
    requireAdmin(viewer);
    return { kind };
  },
};
