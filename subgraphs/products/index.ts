import { joinBus } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { readProductsConfig } from './config.ts';
import { createProductsContext, type ProductsContext } from './context.ts';
import { subscribeProducts } from './reactions.ts';
import { recount } from './recount.ts';
import { createProductsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { retell } from './retell.ts';
import { seed } from './seed.ts';
import { createStockService } from './service/stock.ts';
import { createProductsService } from './service.ts';

/** The domain of products: the catalogue, and who likes what of it. */
export const createProductsSubgraph = defineSubgraph<ProductsContext>({
  name: 'products',
  room: import.meta.url,
  resolvers,
  seed,
  retell,
  recount,
  start({ database, bus, env, now }) {
    const config = readProductsConfig(env);
    const repository = createProductsRepository(database);
    const domainBus = joinBus(bus, 'products', database, now);
    const { outbox } = domainBus;
    const service = createProductsService({ database, repository, outbox, now });
    subscribeProducts(domainBus, service, createStockService(now));
    return (request) => createProductsContext(request, repository, service, config);
  },
});
