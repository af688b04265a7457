import { toInt } from '../../../kit/scalars.ts';
import type { PurchaseResolvers } from '../types.generated.ts';

export const Purchase: PurchaseResolvers = {
  product: ({ productId }) => ({ id: productId }),
  quantity: ({ quantity }) => toInt(quantity),
};
