import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createOrdersSubgraph } from './index.ts';

await runSubgraph('orders', createOrdersSubgraph, createBus);
