import type { RequestContext } from '../../kit/server/subgraph.ts';
import type { ProductsConfig } from './config.ts';
import { createProductsLoaders, type ProductsLoaders } from './loaders.ts';
import type { ProductsRepository } from './repository.ts';

export interface ProductsContext extends RequestContext {
  readonly loaders: ProductsLoaders;
  readonly repository: ProductsRepository;
  /** The code of the currency that all prices are in. */
  readonly currency: string;
}

export const createProductsContext = (
  request: RequestContext,
  repository: ProductsRepository,
  { currency }: ProductsConfig,
): ProductsContext => ({
  ...request,
  loaders: createProductsLoaders(repository, request.viewer),
  repository,
  currency,
});
