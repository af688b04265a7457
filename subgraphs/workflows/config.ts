import { z } from 'zod';
import { type Environment, readSettings, wholeNumber } from '../../kit/config.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  );

export const workflowsSettings = {
  WORKFLOWS_PROCESSING: z
    .enum(['inside', 'apart'])
    .default('inside')
    .describe('`apart` leaves advancing workflows to `npm run worker -- workflows`.'),
  WORKFLOWS_ONLY: list.describe('The workflows that a process advances, comma-separated. Default: all.'),
  WORKFLOWS_STEPS: list.describe(
    'Optional steps to take, comma-separated, such as `detection.third-party`. Default: none.',
  ),
  WORKFLOWS_DEFINITIONS: z
    .string()
    .optional()
    .describe('The folder of the workflows’ definitions. Default: `subgraphs/workflows/definitions`.'),
  WORKFLOW_STEP_TIMEOUT: wholeNumber(30_000, 10, 86_400_000).describe(
    'Milliseconds that a step of a workflow may take at its first attempt; each further one twice as long.',
  ),
  WORKFLOW_STEP_ATTEMPTS: wholeNumber(4, 1, 20).describe(
    'How often a step of a workflow is asked for until its run counts as failed.',
  ),
};

export type WorkflowsConfig = ReturnType<typeof readWorkflowsConfig>;

export function readWorkflowsConfig(env: Environment) {
  const settings = readSettings(workflowsSettings, env);
  return Object.freeze({
    processesInside: settings.WORKFLOWS_PROCESSING === 'inside',
    only: settings.WORKFLOWS_ONLY,
    definitions: { optional: settings.WORKFLOWS_STEPS, folder: settings.WORKFLOWS_DEFINITIONS },
    defaults: { timeoutMs: settings.WORKFLOW_STEP_TIMEOUT, attempts: settings.WORKFLOW_STEP_ATTEMPTS },
  });
}
