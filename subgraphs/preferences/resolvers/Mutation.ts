import { parseId } from '../../../kit/ids.ts';
import { toPayload } from '../../../kit/rejection.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  setPreference(_, { input: { userId: user, productId: product, ...change } }, { viewer, service }) {
    const userId = parseId(user, 'input.userId');
    requireOwner(viewer, userId);
    const key = { userId, productId: parseId(product, 'input.productId') };
    return toPayload('preference', service.set(key, change, viewer?.id === userId));
  },
};
