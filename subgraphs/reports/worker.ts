import { createBus } from '../../events/index.ts';
import { runWorker } from '../../kit/server/run-worker.ts';
import { createReportsSubgraph } from './index.ts';

// The subgraph without its door: what it does in the background is the same wherever it runs.
await runWorker('reports', createReportsSubgraph, createBus);
