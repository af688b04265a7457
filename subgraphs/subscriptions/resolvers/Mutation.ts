import { parseId } from '../../../kit/ids.ts';
import { toPayload } from '../../../kit/rejection.ts';
import { requireOwned, requireOwner, requireViewer } from '../../../kit/viewer/viewer.ts';
import type { SubscriptionsContext } from '../context.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  createSubscription(_, { input }, { viewer, service }) {
    const userId = parseId(input.userId, 'input.userId');
    requireOwner(viewer, userId);
    const terms = {
      productId: parseId(input.productId, 'input.productId'),
      billing: input.billing,
      paymentMethod: input.paymentMethod,
    };
    const caller = { viewerId: requireViewer(viewer).id, idempotencyKey: input.idempotencyKey };
    return toPayload('subscription', service.create(userId, terms, caller));
  },

  async changeSubscription(_, { input: { id: given, version, ...change } }, context) {
    const id = await ownedId(given, context);
    const productId = change.productId && parseId(change.productId, 'input.productId');
    return toPayload('subscription', context.service.change(id, { ...change, productId }, version ?? null));
  },

  async cancelSubscription(_, { input }, context) {
    return toPayload('subscription', context.service.cancel(await ownedId(input.id, context)));
  },

  async renewSubscription(_, { input }, context) {
    const id = await ownedId(input.id, context);
    const caller = { viewerId: requireViewer(context.viewer).id, idempotencyKey: input.idempotencyKey };
    return toPayload('subscription', context.service.renew(id, caller));
  },
};

/**
 * The id of a subscription that the viewer may change; whose it is never changes, so it can be looked up ahead of the
 * write. An admin's may be unknown, which the write tells.
 */
async function ownedId(given: string, { viewer, loaders }: SubscriptionsContext): Promise<string> {
  requireViewer(viewer);
  const id = parseId(given, 'input.id');
  requireOwned(viewer, await loaders.subscriptionById.load(id), ({ userId }) => userId);
  return id;
}
