export { gatewaySettings } from './config.ts';
export { type GatewayProcessOptions, startGateway } from './start.ts';
