import { parseId } from '../../../kit/ids.ts';
import { toMoney } from '../../../kit/scalars.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { OrderResolvers } from '../types.generated.ts';

export const Order: OrderResolvers = {
  async __resolveReference(reference, { viewer, loaders }) {
    const order = await loaders.orderById.load(parseId(reference.id));
    return requireOwned(viewer, order, ({ userId }) => userId);
  },
  user: ({ userId }) => (userId === null ? null : { id: userId }),
  lines: ({ id }, _, { loaders }) => loaders.linesOfOrder.load(id),
  executionPrice: ({ executionPriceMinor }, _, { currency }) => toMoney(executionPriceMinor, currency),
};
