import { gatewaySettings, startGateway } from '../../gateway/index.ts';
import { readSettings } from '../../kit/config.ts';
import { createLifecycle } from '../../kit/lifecycle.ts';
import { createLogger } from '../../kit/logger.ts';
import { createListSubgraphs } from './graph.ts';

// A gateway, by its settings, with the list's subgraphs in its process: the parent is told its address.
const { LOG_LEVEL } = readSettings({ LOG_LEVEL: gatewaySettings.LOG_LEVEL }, process.env);
const log = createLogger('bench', LOG_LEVEL);
const { address } = await startGateway({
  env: process.env,
  log,
  lifecycle: createLifecycle(log),
  inProcess: [...createListSubgraphs()].map(([name, execute]) => ({ name, execute, ready: async () => {} })),
});
process.send?.({ address });
process.once('disconnect', () => process.exit());
