import { gatewaySettings, startGateway } from '../../gateway/index.ts';
import { readSettings } from '../../kit/config.ts';
import { createLifecycle } from '../../kit/lifecycle.ts';
import { createLogger } from '../../kit/logger.ts';
import { createPublicSubgraphs } from '../public-graph/subgraphs.ts';

// Our gateway with the public benchmark's subgraphs in its own process, as those of Tessera are under `npm start`.
const { LOG_LEVEL } = readSettings({ LOG_LEVEL: gatewaySettings.LOG_LEVEL }, process.env);
const log = createLogger('bench', LOG_LEVEL);
await startGateway({
  env: process.env,
  log,
  lifecycle: createLifecycle(log),
  inProcess: [...createPublicSubgraphs()].map(([name, execute]) => ({
    name,
    execute,
    ready: async () => {},
  })),
});
