import type { Metric } from 'prom-client';
import { gatewaySettings, startGateway } from '../../gateway/index.ts';
import { readSettings } from '../../kit/config.ts';
import { createLifecycle } from '../../kit/lifecycle.ts';
import { createLogger } from '../../kit/logger.ts';
import { createPublicSubgraphs } from '../public-graph/subgraphs.ts';

// A gateway over the public benchmark's subgraphs, by its settings: the parent is told its address. With the argument
// `embedded` the subgraphs live in this process, as they do under `npm start`. `fallbacks` is answered with the number of
// requests that the reference engine answered in the compiled one's place.
const { LOG_LEVEL } = readSettings({ LOG_LEVEL: gatewaySettings.LOG_LEVEL }, process.env);
const log = createLogger('bench', LOG_LEVEL);
const embedded = [...createPublicSubgraphs()].map(([name, execute]) => ({
  name,
  execute,
  ready: async () => {},
}));
const { address, metrics } = await startGateway({
  env: process.env,
  log,
  lifecycle: createLifecycle(log),
  inProcess: process.argv[2] === 'embedded' ? embedded : [],
});
process.on('message', async (message) => {
  if (message !== 'fallbacks') return;
  const fallbacks = metrics.all.registry.getSingleMetric('tessera_gateway_fallbacks_total') as Metric;
  const { values } = await fallbacks.get();
  process.send?.(values.reduce((sum, { value }) => sum + value, 0));
});
process.send?.({ address });
process.once('disconnect', () => process.exit());
