import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createUsersSubgraph } from './index.ts';

await runSubgraph('users', createUsersSubgraph, createBus);
