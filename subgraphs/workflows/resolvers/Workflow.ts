import { toMermaid } from '../mermaid.ts';
import type { WorkflowResolvers } from '../types.generated.ts';

export const Workflow: WorkflowResolvers = {
  name: ({ definition }) => definition.name,
  trigger: ({ definition }) => definition.trigger,
  cancelOn: ({ definition }) => definition.cancelOn,
  steps: ({ definition }) => definition.steps,
  mermaid: ({ definition }) => toMermaid(definition),
};
