import { readSettings } from '../kit/config.ts';
import { runProcess } from '../kit/lifecycle.ts';
import { createLogger } from '../kit/logger.ts';
import { gatewaySettings } from './config.ts';
import { startGateway } from './start.ts';

const log = createLogger(
  'gateway',
  readSettings({ LOG_LEVEL: gatewaySettings.LOG_LEVEL }, process.env).LOG_LEVEL,
);

await runProcess(log, async (lifecycle) => {
  const { address } = await startGateway({ env: process.env, log, lifecycle });
  log.info(`the gateway is ready at ${address}/graphql`);
});
