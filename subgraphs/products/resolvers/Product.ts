import { parseId } from '../../../kit/ids.ts';
import { toMoney } from '../../../kit/scalars.ts';
import type { ProductResolvers } from '../types.generated.ts';

export const Product: ProductResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.productById.load(parseId(id)),
  price: ({ priceMinor }, _, { currency }) => toMoney(priceMinor, currency),
  inStock: ({ stock }) => stock === null || stock > 0,
  async viewerLikes({ id }, _, { loaders: { viewerLikeByProduct } }) {
    return viewerLikeByProduct && (await viewerLikeByProduct.load(id)) !== null;
  },
};
