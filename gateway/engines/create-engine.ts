import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { GatewayMetrics } from '../metrics.ts';
import { createApolloEngine, type EngineOptions } from './apollo.ts';
import { type CompiledEngineOptions, createCompiledEngine } from './compiled/index.ts';

/** The engines by the names that settings give them. */
export const ENGINES = ['apollo', 'compiled'] as const;

/** Creates an engine by its name. What `compiled` cannot run goes to `apollo`, and is logged and counted. */
export function createEngine(
  name: (typeof ENGINES)[number],
  options: EngineOptions & Pick<CompiledEngineOptions, 'maxAnswer'> & { readonly metrics?: GatewayMetrics },
): GatewayInterface {
  if (name === 'apollo') return createApolloEngine(options);
  return createCompiledEngine({
    supergraphSdl: options.supergraphSdl,
    transports: options.transports,
    maxAnswer: options.maxAnswer,
    fallback: () => createApolloEngine(options),
    events: {
      compiled(event) {
        options.metrics?.compiled.inc();
        options.log.debug(event, 'compiled an operation');
      },
      fellBack(event) {
        options.metrics?.fallbacks({ reason: event.reason }).inc();
        options.log.warn(event, 'the reference engine answered an operation');
      },
    },
  });
}
