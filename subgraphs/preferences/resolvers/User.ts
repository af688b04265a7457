import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import type { UserResolvers } from '../types.generated.ts';

const MAX_PREFERENCES = 100;

export const User: UserResolvers = {
  // Every user comes from here or from a row that the viewer may see, so the field needs no check of its own.
  __resolveReference(reference, { viewer }) {
    const id = parseId(reference.id);
    requireOwner(viewer, id);
    return { id };
  },

  async preferences({ id }, args, { loaders }) {
    const wanted = args.productId == null ? null : parseId(args.productId, 'productId');
    const preferences = await loaders.preferencesByUser.load(id);
    // Chosen here and not in SQL, so that any number of products asked for by alias costs one statement.
    return preferences
      .filter(({ productId }) => wanted === null || productId === wanted)
      .slice(0, MAX_PREFERENCES);
  },
};
