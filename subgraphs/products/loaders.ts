import { createPageLoader, createRowLoader } from '../../kit/batch.ts';
import { isId } from '../../kit/ids.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import type { ProductsRepository } from './repository.ts';

export type ProductsLoaders = ReturnType<typeof createProductsLoaders>;

export const createProductsLoaders = (repository: ProductsRepository, viewer: Viewer | null) => ({
  productById: createRowLoader(repository.listByIds, (product) => product.id),
  likesOfUser: createPageLoader(repository.pageLikesByUser),
  /** The viewer's likes by product; null for a viewer that is no user, such as a machine client. */
  viewerLikeByProduct:
    viewer && isId(viewer.id)
      ? createRowLoader(
          (productIds) => repository.listLikesOf(viewer.id, productIds),
          (like) => like.productId,
        )
      : null,
});
