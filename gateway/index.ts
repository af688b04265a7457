export { gatewaySettings } from './config.ts';
export type { GatewayContext } from './context.ts';
export { createApolloEngine } from './engines/apollo.ts';
export { createCompiledEngine, stringifyResult } from './engines/compiled/index.ts';
export { createEngine } from './engines/create-engine.ts';
export { createGatewayMetrics, type GatewayMetrics } from './metrics.ts';
export {
  createApolloPlanner,
  createHivePlanner,
  createPlanner,
  type Planner,
  type QueryPlan,
} from './planner/index.ts';
export { createGateway, type Gateway, type GatewayAnswer } from './server.ts';
export { type GatewayProcessOptions, type PreparedGateway, prepareGateway, startGateway } from './start.ts';
export { instancesOf, loadSupergraph, parseSupergraph, type Supergraph } from './supergraph.ts';
export { createHttpTransport } from './transports/http.ts';
export { createInProcessTransport } from './transports/in-process.ts';
export { SubgraphError, type SubgraphTransport, type Transports } from './transports/transport.ts';
export { createTransports } from './transports/transports.ts';
