import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { readOrdersConfig } from './config.ts';
import { createOrdersContext, type OrdersContext } from './context.ts';
import { createOrdersRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** The domain of orders: what was ordered, what it came to, and the figures that are kept of it. */
export const createOrdersSubgraph = defineSubgraph<OrdersContext>({
  name: 'orders',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, env }) {
    const config = readOrdersConfig(env);
    const repository = createOrdersRepository(database);
    return (request) => createOrdersContext(request, repository, config);
  },
});
