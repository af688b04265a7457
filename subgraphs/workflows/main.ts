import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createWorkflowsSubgraph } from './index.ts';

await runSubgraph('workflows', createWorkflowsSubgraph, createBus);
