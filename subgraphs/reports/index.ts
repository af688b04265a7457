import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createReportsContext, type ReportsContext } from './context.ts';
import { createReportsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createReportsService } from './service.ts';

/** The domain of reports. */
export const createReportsSubgraph = defineSubgraph<ReportsContext>({
  name: 'reports',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, now }) {
    const repository = createReportsRepository(database);
    const service = createReportsService(database, repository, now);
    return (request) => createReportsContext(request, repository, service);
  },
});
