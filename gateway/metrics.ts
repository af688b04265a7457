import { Counter, collectDefaultMetrics, Registry } from 'prom-client';

/** What the gateway counts of itself, in a registry of its own. */
export interface GatewayMetrics {
  readonly registry: Registry;
  /** Operations that were planned and compiled; of one that is sent again and again, the first time. */
  readonly compiled: Counter;
  /** Requests that the reference engine answered since the compiled one could not; 0 is what to expect. */
  readonly fallbacks: Counter<'reason'>;
}

export function createGatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  return {
    registry,
    compiled: new Counter({
      name: 'tessera_gateway_compiled_operations_total',
      help: 'Operations that the compiled engine planned and compiled.',
      registers: [registry],
    }),
    fallbacks: new Counter({
      name: 'tessera_gateway_fallbacks_total',
      help: 'Requests that the reference engine answered, since the compiled engine could not.',
      labelNames: ['reason'],
      registers: [registry],
    }),
  };
}

/** Adds what Node tells of the process: memory, CPU time, garbage collection, the event loop's delay. */
export const countProcess = ({ registry }: GatewayMetrics): void =>
  collectDefaultMetrics({ register: registry });
