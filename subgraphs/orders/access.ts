import { requireOwner } from '../../kit/viewer/viewer.ts';
import type { OrdersContext } from './context.ts';
import type { Order } from './repository.ts';

/**
 * The order of an id, for the user who placed it and for admins; null when there is none, which admins alone are told.
 *
 * @throws UNAUTHENTICATED without a viewer; FORBIDDEN for another's order, the feed's and an unknown one alike
 */
export async function findVisibleOrder(
  { viewer, loaders }: Pick<OrdersContext, 'viewer' | 'loaders'>,
  id: string,
): Promise<Order | null> {
  const order = await loaders.orderById.load(id);
  requireOwner(viewer, order?.userId ?? null);
  return order;
}
