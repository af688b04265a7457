import { createRowLoader } from '../../kit/batch.ts';
import type { WorkflowsRepository } from './repository.ts';

/** The workflow that an order's run is of. */
const ORDERS_WORKFLOW = 'order-fulfilment';

export type WorkflowsLoaders = ReturnType<typeof createWorkflowsLoaders>;

export const createWorkflowsLoaders = (repository: WorkflowsRepository) => ({
  runById: createRowLoader(repository.listByIds, ({ id }) => id),
  runBySubject: createRowLoader(
    (subjects) => repository.listBySubjects(ORDERS_WORKFLOW, subjects),
    ({ subject }) => subject,
  ),
  letterById: createRowLoader(repository.listLettersByIds, ({ id }) => id),
});
