import { createPageLoader, createRowLoader } from '../../kit/batch.ts';
import type { WorkflowsRepository } from './repository.ts';

export type WorkflowsLoaders = ReturnType<typeof createWorkflowsLoaders>;

export const createWorkflowsLoaders = (repository: WorkflowsRepository) => ({
  workflowById: createRowLoader(repository.listByIds, ({ id }) => id),
  pageByUser: createPageLoader(repository.listByUsers),
});
