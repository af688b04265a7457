import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createSubscriptionsContext, type SubscriptionsContext } from './context.ts';
import { createSubscriptionsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** The domain of subscriptions: what customers subscribe to, and how they pay. */
export const createSubscriptionsSubgraph = defineSubgraph<SubscriptionsContext>({
  name: 'subscriptions',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database }) {
    const repository = createSubscriptionsRepository(database);
    return (request) => createSubscriptionsContext(request, repository);
  },
});
