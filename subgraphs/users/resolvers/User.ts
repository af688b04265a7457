import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import type { UserResolvers } from '../types.generated.ts';

export const User: UserResolvers = {
  async __resolveReference(reference, { viewer, loaders, requireHolding }) {
    const id = parseId(reference.id);
    requireOwner(viewer, id);
    await requireHolding();
    return loaders.userById.load(id);
  },
};
