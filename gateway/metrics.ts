import { createMetrics, type Labels, type Metrics, type Tally } from '../kit/telemetry/metrics.ts';

/** What the gateway counts of its engine. */
export interface GatewayMetrics {
  readonly all: Metrics;
  /** Operations that were planned and compiled; of one that is sent again and again, the first time. */
  readonly compiled: Tally;
  /** Requests that the reference engine answered since the compiled one could not; 0 is what to expect. */
  readonly fallbacks: (labels: Labels<'reason'>) => Tally;
}

/** @param all the metrics of the process */
export function createGatewayMetrics(all: Metrics = createMetrics()): GatewayMetrics {
  const compiled = all.counter({
    name: 'tessera_gateway_compiled_operations_total',
    help: 'Operations that the compiled engine planned and compiled.',
    labels: [],
  });
  return {
    all,
    compiled: compiled({}),
    fallbacks: all.counter({
      name: 'tessera_gateway_fallbacks_total',
      help: 'Requests that the reference engine answered, since the compiled engine could not.',
      labels: ['reason'],
    }),
  };
}
