import { parseId } from '../../../kit/ids.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { QueryResolvers } from '../types.generated.ts';

export const Query: QueryResolvers = {
  async productPreference(_, { id }, { viewer, loaders }) {
    const preference = await loaders.preferenceById.load(parseId(id));
    return requireOwned(viewer, preference, ({ userId }) => userId);
  },
};
