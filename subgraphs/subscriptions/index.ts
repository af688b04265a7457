import { joinBus } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createSubscriptionsContext, type SubscriptionsContext } from './context.ts';
import { subscribe } from './events.ts';
import { createSubscriptionsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createSubscriptionsService } from './service.ts';

/** The domain of subscriptions: what customers subscribe to, and how they pay. */
export const createSubscriptionsSubgraph = defineSubgraph<SubscriptionsContext>({
  name: 'subscriptions',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, bus, now }) {
    const repository = createSubscriptionsRepository(database);
    const domainBus = joinBus(bus, 'subscriptions', database, now);
    const service = createSubscriptionsService({ database, repository, outbox: domainBus.outbox, now });
    subscribe(domainBus, service);
    return (request) => createSubscriptionsContext(request, repository, service);
  },
});
