import type { WorkflowStepResolvers } from '../types.generated.ts';

export const WorkflowStep: WorkflowStepResolvers = {
  durationMs: ({ startedAt, endedAt }) =>
    startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : null,
};
