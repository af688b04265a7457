import { joinBus } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createPreferencesContext, type PreferencesContext } from './context.ts';
import { subscribe } from './events.ts';
import { createPreferencesRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createPreferencesService } from './service.ts';

/** The domain of preferences: how customers want each product to look, and what may be sent to them. */
export const createPreferencesSubgraph = defineSubgraph<PreferencesContext>({
  name: 'preferences',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, bus, now }) {
    const repository = createPreferencesRepository(database);
    const domainBus = joinBus(bus, 'preferences', database, now);
    const service = createPreferencesService({ database, repository, outbox: domainBus.outbox, now });
    subscribe(domainBus, service);
    return (request) => createPreferencesContext(request, repository, service);
  },
});
