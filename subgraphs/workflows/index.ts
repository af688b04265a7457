import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createWorkflowsContext, type WorkflowsContext } from './context.ts';
import { createWorkflowsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createWorkflowsService } from './service.ts';

/** The domain of workflows. */
export const createWorkflowsSubgraph = defineSubgraph<WorkflowsContext>({
  name: 'workflows',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, now }) {
    const repository = createWorkflowsRepository(database);
    const service = createWorkflowsService(database, repository, now);
    return (request) => createWorkflowsContext(request, repository, service);
  },
});
