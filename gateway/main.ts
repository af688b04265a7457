import { runProcess } from '../kit/lifecycle.ts';
import { startGateway } from './start.ts';

await runProcess('gateway', async ({ log, lifecycle }) => {
  const { address } = await startGateway({ env: process.env, log, lifecycle });
  log.info(`the gateway is ready at ${address}/graphql`);
});
