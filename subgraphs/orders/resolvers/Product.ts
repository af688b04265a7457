import { parseId } from '../../../kit/ids.ts';
import { toInt } from '../../../kit/scalars.ts';
import type { ProductResolvers } from '../types.generated.ts';

export const Product: ProductResolvers = {
  __resolveReference: ({ id }) => ({ id: parseId(id) }),
  unitsSold: async ({ id }, _, { loaders }) => toInt((await loaders.salesByProduct.load(id))?.unitsSold ?? 0),
};
