import { parseId } from '../../../kit/ids.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { ProductPreferenceResolvers } from '../types.generated.ts';

export const ProductPreference: ProductPreferenceResolvers = {
  async __resolveReference(reference, { viewer, loaders }) {
    const preference = await loaders.preferenceById.load(parseId(reference.id));
    return requireOwned(viewer, preference, ({ userId }) => userId);
  },
  user: ({ userId }) => ({ id: userId }),
  product: ({ productId }) => ({ id: productId }),
};
