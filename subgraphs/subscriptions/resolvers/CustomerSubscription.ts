import { parseId } from '../../../kit/ids.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { CustomerSubscriptionResolvers } from '../types.generated.ts';

export const CustomerSubscription: CustomerSubscriptionResolvers = {
  async __resolveReference(reference, { viewer, loaders }) {
    const subscription = await loaders.subscriptionById.load(parseId(reference.id));
    return requireOwned(viewer, subscription, ({ userId }) => userId);
  },
  user: ({ userId }) => ({ id: userId }),
  product: ({ productId }) => ({ id: productId }),
};
