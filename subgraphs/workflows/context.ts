import type { RequestContext } from '../../kit/server/subgraph.ts';
import type { Workflow } from './catalogue.ts';
import { createWorkflowsLoaders, type WorkflowsLoaders } from './loaders.ts';
import type { StepDefaults } from './machine.ts';
import type { WorkflowsRepository } from './repository.ts';
import type { WorkflowsService } from './service.ts';

/** What lives as long as the process. */
interface WorkflowsRoom {
  readonly repository: WorkflowsRepository;
  readonly service: WorkflowsService;
  readonly workflows: readonly Workflow[];
  readonly defaults: StepDefaults;
}

export interface WorkflowsContext extends RequestContext, WorkflowsRoom {
  readonly loaders: WorkflowsLoaders;
}

export const createWorkflowsContext = (request: RequestContext, room: WorkflowsRoom): WorkflowsContext => ({
  ...request,
  ...room,
  loaders: createWorkflowsLoaders(room.repository),
});
