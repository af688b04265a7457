import { createBus } from '../../events/index.ts';
import { runSubgraph } from '../../kit/server/run-subgraph.ts';
import { createPreferencesSubgraph } from './index.ts';

await runSubgraph('preferences', createPreferencesSubgraph, createBus);
