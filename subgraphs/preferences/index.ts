import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createPreferencesContext, type PreferencesContext } from './context.ts';
import { createPreferencesRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** The domain of preferences: how customers want each product to look, and what may be sent to them. */
export const createPreferencesSubgraph = defineSubgraph<PreferencesContext>({
  name: 'preferences',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database }) {
    const repository = createPreferencesRepository(database);
    return (request) => createPreferencesContext(request, repository);
  },
});
