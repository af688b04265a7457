import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createReportsSubgraph } from './index.ts';

await runSubgraph('reports', createReportsSubgraph, createBus);
