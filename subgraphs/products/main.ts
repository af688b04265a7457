import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createProductsSubgraph } from './index.ts';

await runSubgraph('products', createProductsSubgraph, createBus);
