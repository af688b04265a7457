import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createSubscriptionsSubgraph } from './index.ts';

await runSubgraph('subscriptions', createSubscriptionsSubgraph, createBus);
