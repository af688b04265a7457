import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createWorkflowsLoaders, type WorkflowsLoaders } from './loaders.ts';
import type { WorkflowsRepository } from './repository.ts';
import type { WorkflowsService } from './service.ts';

export interface WorkflowsContext extends RequestContext {
  readonly loaders: WorkflowsLoaders;
  readonly repository: WorkflowsRepository;
  readonly service: WorkflowsService;
}

export const createWorkflowsContext = (
  request: RequestContext,
  repository: WorkflowsRepository,
  service: WorkflowsService,
): WorkflowsContext => ({ ...request, loaders: createWorkflowsLoaders(repository), repository, service });
