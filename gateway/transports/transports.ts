import type { Logger } from '../../kit/logger.ts';
import { failureResponse } from './failure-response.ts';
import { SubgraphError, type SubgraphTransport, type Transports } from './transport.ts';

/** The transports of a supergraph, as engines use them: they always answer, if need be with errors. */
export function createTransports(transports: readonly SubgraphTransport[], log: Logger): Transports {
  const byName = new Map(transports.map((transport) => [transport.name, answering(transport, log)]));
  return (name) => {
    const transport = byName.get(name);
    if (!transport) throw new Error(`no transport for the subgraph ${name}`);
    return transport;
  };
}

function answering(transport: SubgraphTransport, log: Logger): SubgraphTransport {
  return {
    ...transport,
    async execute(request) {
      try {
        return await transport.execute(request);
      } catch (error) {
        if (!(error instanceof SubgraphError)) throw error;
        const { subgraph, code, cause } = error;
        log.warn(
          { subgraph, code, cause: String(cause), requestId: request.requestId },
          'a subgraph gave no answer',
        );
        return failureResponse(error, request);
      }
    },
  };
}
