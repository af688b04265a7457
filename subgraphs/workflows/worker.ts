import { parseArgs } from 'node:util';
import { createBus } from '../../events/index.ts';
import { runWorker } from '../../kit/server/run-worker.ts';
import { createWorkflowsSubgraph } from './index.ts';

// `--only detection`: an orchestrator for some workflows alone, so that no other one's load delays them.
const { values } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
if (values.only !== undefined) process.env.WORKFLOWS_ONLY = values.only;
await runWorker('workflows', createWorkflowsSubgraph, createBus);
