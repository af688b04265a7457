import { toMoney } from '../../../kit/scalars.ts';
import type { OrderLineResolvers } from '../types.generated.ts';

export const OrderLine: OrderLineResolvers = {
  product: ({ productId }) => ({ id: productId }),
  unitPrice: ({ unitPriceMinor }, _, { currency }) => toMoney(unitPriceMinor, currency),
  executionPrice: ({ executionPriceMinor }, _, { currency }) => toMoney(executionPriceMinor, currency),
};
