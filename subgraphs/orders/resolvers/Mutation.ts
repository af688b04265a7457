import { isId, parseId } from '../../../kit/ids.ts';
import { RejectionError, toPayload } from '../../../kit/rejection.ts';
import { requireAdmin, requireOwned, requireOwner, requireViewer } from '../../../kit/viewer/viewer.ts';
import { type OrdersErrorCode, orderNotFound, userMissing } from '../errors.ts';
import type { PlacedOrder } from '../service.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  placeOrder(_, { input: { userId: given, pricing, wait, ...wanted } }, { viewer, service, askedAt }) {
    const { id: viewerId } = requireViewer(viewer);
    if (given == null && !isId(viewerId)) return { order: null, userErrors: [userMissing] };
    const userId = parseId(given ?? viewerId, 'userId');
    requireOwner(viewer, userId);
    const placing = { ...wanted, viewerId, userId, pricing: pricing ?? 'LIST', wait: wait ?? false, askedAt };
    const placed = toPayload<'placed', PlacedOrder, OrdersErrorCode>('placed', service.place(placing));
    return placed.then(({ placed: outcome, userErrors }) => outcome ?? { order: null, userErrors });
  },

  async cancelOrder(_, { input }, { viewer, service, loaders }) {
    const id = parseId(input.id);
    const order = requireOwned(viewer, await loaders.orderById.load(id), ({ userId }) => userId);
    const cancelled = order ? service.cancel(id) : Promise.reject(new RejectionError([orderNotFound]));
    return toPayload('order', cancelled);
  },

  startOrderFeed(_, __, { viewer, feed }) {
    requireAdmin(viewer);
    return toPayload('orderFeed', feed.start());
  },

  stopOrderFeed(_, __, { viewer, feed }) {
    requireAdmin(viewer);
    return toPayload('orderFeed', feed.stop());
  },
};
