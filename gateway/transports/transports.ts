// The global one is looked up by a getter each time, which costs five times what it tells.
import { performance } from 'node:perf_hooks';
import type { Logger } from '../../kit/logger.ts';
import type { Metrics } from '../../kit/telemetry/metrics.ts';
import { failureResponse } from './failure-response.ts';
import { SubgraphError, type SubgraphTransport, type Transports } from './transport.ts';

/**
 * The transports of a supergraph, as engines use them: they always answer, if need be with errors.
 *
 * @param metrics where requests to subgraphs are counted; without them none are
 */
export function createTransports(
  transports: readonly SubgraphTransport[],
  log: Logger,
  metrics?: Metrics,
): Transports {
  const byName = new Map(transports.map((each) => [each.name, answering(each, log, metrics)]));
  return (name) => {
    const transport = byName.get(name);
    if (!transport) throw new Error(`no transport for the subgraph ${name}`);
    return transport;
  };
}

function answering(
  transport: SubgraphTransport,
  log: Logger,
  metrics: Metrics | undefined,
): SubgraphTransport {
  const counter = metrics && createRequestCounter(metrics, transport.name);
  return {
    ...transport,
    async execute(request) {
      const begun = counter ? performance.now() : 0;
      try {
        const answer = await transport.execute(request);
        counter?.answered(begun);
        return answer;
      } catch (error) {
        if (!(error instanceof SubgraphError)) throw error;
        const { subgraph, code, cause } = error;
        counter?.failed(begun, code);
        log.warn(
          { subgraph, code, cause: String(cause), requestId: request.requestId },
          'a subgraph gave no answer',
        );
        return failureResponse(error, request);
      }
    },
  };
}

/** Counts what a subgraph is asked, how long that takes, and how often no answer comes. */
function createRequestCounter(metrics: Metrics, subgraph: string) {
  const duration = metrics.histogram({
    name: 'tessera_gateway_subgraph_request_duration_seconds',
    help: 'How long requests to subgraphs took, those without an answer included.',
    labels: ['subgraph'],
  })({ subgraph });
  const failures = metrics.counter({
    name: 'tessera_gateway_subgraph_failures_total',
    help: 'Requests to subgraphs that got no answer, by the code of the error that stands in its place.',
    labels: ['subgraph', 'code'],
  });
  // There from the start, so that the first failure is an increase.
  for (const code of ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']) failures({ subgraph, code });
  const answered = (begun: number) => duration.observe((performance.now() - begun) / 1_000);
  return {
    answered,
    failed(begun: number, code: SubgraphError['code']) {
      answered(begun);
      failures({ subgraph, code }).inc();
    },
  };
}
