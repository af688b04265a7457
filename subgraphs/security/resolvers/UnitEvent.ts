import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { UnitEventResolvers } from '../types.generated.ts';

export const UnitEvent: UnitEventResolvers = {
  __resolveReference({ id }, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.unitEventById.load(parseId(id));
  },
};
