import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { DeadLetterResolvers } from '../types.generated.ts';

export const DeadLetter: DeadLetterResolvers = {
  __resolveReference(reference, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.letterById.load(parseId(reference.id));
  },
};
