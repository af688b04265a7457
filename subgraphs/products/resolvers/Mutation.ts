import { forbidden } from '../../../kit/errors.ts';
import { isId, parseId } from '../../../kit/ids.ts';
import { toPayload } from '../../../kit/rejection.ts';
import { requireAdmin, requireViewer } from '../../../kit/viewer/viewer.ts';
import type { ProductsContext } from '../context.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  createProduct(_, { input: { id, ...input } }, { viewer, service }) {
    const admin = requireAdmin(viewer);
    const chosen = id == null ? null : parseId(id);
    return toPayload('product', service.create(admin.id, { ...input, id: chosen }));
  },

  updateProduct(_, { input: { id, version, ...changes } }, { viewer, service }) {
    requireAdmin(viewer);
    return toPayload('product', service.update(parseId(id), changes, version ?? null));
  },

  deleteProduct(_, { input }, { viewer, service }) {
    requireAdmin(viewer);
    return toPayload('productId', service.delete(parseId(input.id), input.version ?? null));
  },

  restockProduct(_, { input: { id, ...restocking } }, { viewer, service }) {
    const admin = requireAdmin(viewer);
    return toPayload('product', service.restock(admin.id, parseId(id), restocking));
  },

  likeProduct(_, { input }, context) {
    const id = parseId(input.productId, 'productId');
    const user = userOf(context);
    return toPayload('product', readAfter(context.service.like(user, id), context, id));
  },

  unlikeProduct(_, { input }, context) {
    const id = parseId(input.productId, 'productId');
    const user = userOf(context);
    return toPayload('product', readAfter(context.service.unlike(user, id), context, id));
  },
};

/** Who likes: a user, not a machine client. */
function userOf({ viewer }: ProductsContext): string {
  const { id } = requireViewer(viewer);
  if (!isId(id)) throw forbidden();
  return id;
}

/** Another mutation of the same request may have read the product before this one changed it. */
async function readAfter(change: Promise<void>, { loaders }: ProductsContext, id: string) {
  await change;
  loaders.viewerLikeByProduct?.clear(id);
  return loaders.productById.clear(id).load(id);
}
