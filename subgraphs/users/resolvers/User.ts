import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import type { UserResolvers } from '../types.generated.ts';

export const User: UserResolvers = {
  __resolveReference(reference, { viewer, loaders }) {
    const id = parseId(reference.id);
    requireOwner(viewer, id);
    return loaders.userById.load(id);
  },
};
