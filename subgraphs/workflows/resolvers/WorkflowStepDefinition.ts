import type { WorkflowStepDefinitionResolvers } from '../types.generated.ts';

export const WorkflowStepDefinition: WorkflowStepDefinitionResolvers = {
  timeoutMs: ({ timeoutMs }, _, { defaults }) => timeoutMs ?? defaults.timeoutMs,
  attempts: ({ attempts }, _, { defaults }) => attempts ?? defaults.attempts,
  compensation: ({ compensation }) => compensation?.command ?? null,
};
