import type { Tracing } from '../../kit/telemetry/tracing.ts';
import { SubgraphError, type SubgraphTransport } from './transport.ts';

/** Records a span for each request to a subgraph, however many instances are tried. */
export const traceRequests = (transport: SubgraphTransport, tracing: Tracing): SubgraphTransport => ({
  ...transport,
  async execute(request) {
    const span = tracing.start({
      name: `subgraph ${transport.name}`,
      kind: 'client',
      parent: request.traceparent,
      attributes: { 'tessera.subgraph': transport.name },
    });
    try {
      const answer = await transport.execute({ ...request, traceparent: span.traceparent });
      const [error] = answer.errors ?? [];
      span.end(error && String(error.extensions?.code ?? 'INTERNAL_SERVER_ERROR'));
      return answer;
    } catch (error) {
      span.end(error instanceof SubgraphError ? error.code : (error as Error).name);
      throw error;
    }
  },
});
