import { runProcess } from '../kit/lifecycle.ts';
import { createRest } from '../rest/index.ts';
import { startGateway } from './start.ts';

const HELP = `npm run gateway

Runs the gateway as a process of its own. It takes no arguments: settings come from the environment. Those that are
wanted most:

  PORT, HOST       where to listen; default 4000 and 127.0.0.1
  <NAME>_URL       where a subgraph's instances answer, comma-separated; default its address in the supergraph
  SUPERGRAPH       what \`npm run compose\` wrote; default supergraph.graphql
  SUBGRAPH_SECRET  what requests to subgraphs are signed with, and
  AUTH_JWKS_URL    where the public keys of tokens are: both needed but on a loopback address outside of production
  METRICS_PORT     where Prometheus is told the metrics; default nowhere

All of them: docs/running.md.
`;

await runProcess(
  'gateway',
  async ({ log, lifecycle, metrics, tracing, ready }) => {
    const mount = createRest(process.env);
    const { address } = await startGateway({ env: process.env, log, lifecycle, metrics, tracing, mount });
    ready(address);
  },
  { help: HELP },
);
