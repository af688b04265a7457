import { runProcess } from '../kit/lifecycle.ts';
import { startGateway } from './start.ts';

await runProcess('gateway', async ({ log, lifecycle, ready }) => {
  const { address } = await startGateway({ env: process.env, log, lifecycle });
  ready(address);
});
