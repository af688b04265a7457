import { createRowLoader } from '../../kit/batch.ts';
import type { WorkflowsRepository } from './repository.ts';

export type WorkflowsLoaders = ReturnType<typeof createWorkflowsLoaders>;

export const createWorkflowsLoaders = (repository: WorkflowsRepository) => ({
  runById: createRowLoader(repository.listByIds, ({ id }) => id),
  orderRun: createSubjectLoader(repository, 'order-fulfilment'),
  detectionRun: createSubjectLoader(repository, 'detection'),
  unitEventRun: createSubjectLoader(repository, 'unit-event'),
  letterById: createRowLoader(repository.listLettersByIds, ({ id }) => id),
});

/** Loads a workflow's run of a subject. */
const createSubjectLoader = ({ listBySubjects }: WorkflowsRepository, workflow: string) =>
  createRowLoader(
    (subjects) => listBySubjects(workflow, subjects),
    ({ subject }) => subject,
  );
