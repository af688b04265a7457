import { contracts, joinBus, leftToWorkers } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createCatalogue, loadDefinitions } from './catalogue.ts';
import { readWorkflowsConfig } from './config.ts';
import { createWorkflowsContext, type WorkflowsContext } from './context.ts';
import { createOrchestration } from './orchestration.ts';
import { startProcessing, subscribeWorkflows } from './processing.ts';
import { createWorkflowsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createWorkflowsService } from './service.ts';

/** The domain of workflows: what is done across domains, step by step, and how far it has come. */
export const createWorkflowsSubgraph = defineSubgraph<WorkflowsContext>({
  name: 'workflows',
  room: import.meta.url,
  resolvers,
  seed,
  async start({ database, bus: messageBus, env, log, now, onStop }) {
    const { processesInside, only, definitions, defaults } = readWorkflowsConfig(env);
    const bus = joinBus(messageBus, 'workflows', database, now);
    const { outbox } = bus;
    const catalogue = await createCatalogue(database, await loadDefinitions(definitions), now);
    const orchestration = createOrchestration({ outbox, catalogue, contracts, defaults, now });
    if (processesInside) {
      const processing = startProcessing({ bus, database, catalogue, orchestration, only, log, now });
      onStop(processing.stop);
    } else subscribeWorkflows({ bus: leftToWorkers(bus), catalogue, orchestration, only: [] });
    const repository = createWorkflowsRepository(database);
    const service = createWorkflowsService({ database, outbox, orchestration });
    const room = { repository, service, workflows: catalogue.current, defaults };
    return (request) => createWorkflowsContext(request, room);
  },
});
