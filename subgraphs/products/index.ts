import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { readProductsConfig } from './config.ts';
import { createProductsContext, type ProductsContext } from './context.ts';
import { createProductsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** The domain of products: the catalogue, and who likes what of it. */
export const createProductsSubgraph = defineSubgraph<ProductsContext>({
  name: 'products',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, env }) {
    const config = readProductsConfig(env);
    const repository = createProductsRepository(database);
    return (request) => createProductsContext(request, repository, config);
  },
});
