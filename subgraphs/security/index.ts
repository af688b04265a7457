import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createSecurityContext, type SecurityContext } from './context.ts';
import { createSecurityRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createSecurityService } from './service.ts';

/** The domain of securities. */
export const createSecuritySubgraph = defineSubgraph<SecurityContext>({
  name: 'security',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, now }) {
    const repository = createSecurityRepository(database);
    const service = createSecurityService(database, repository, now);
    return (request) => createSecurityContext(request, repository, service);
  },
});
