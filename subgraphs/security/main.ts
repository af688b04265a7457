import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createSecuritySubgraph } from './index.ts';

await runSubgraph('security', createSecuritySubgraph, createBus);
