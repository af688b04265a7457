import { parseId } from '../../../kit/ids.ts';
import { toMoney } from '../../../kit/scalars.ts';
import { findVisibleOrder } from '../access.ts';
import type { OrderResolvers } from '../types.generated.ts';

export const Order: OrderResolvers = {
  __resolveReference: ({ id }, context) => findVisibleOrder(context, parseId(id)),
  user: ({ userId }) => (userId === null ? null : { id: userId }),
  lines: ({ id }, _, { loaders }) => loaders.linesOfOrder.load(id),
  executionPrice: ({ executionPriceMinor }, _, { currency }) => toMoney(executionPriceMinor, currency),
};
