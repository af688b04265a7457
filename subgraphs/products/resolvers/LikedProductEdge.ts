import type { LikedProductEdgeResolvers } from '../types.generated.ts';

export const LikedProductEdge: LikedProductEdgeResolvers = {
  node: ({ node: like }, _, { loaders }) => loaders.productById.load(like.productId),
  likedAt: ({ node: like }) => like.likedAt,
};
