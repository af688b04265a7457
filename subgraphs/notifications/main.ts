import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createNotificationsSubgraph } from './index.ts';

await runSubgraph('notifications', createNotificationsSubgraph, createBus);
