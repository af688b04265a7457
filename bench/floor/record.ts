import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { type FormattedExecutionResult, type OperationDefinitionNode, parse } from 'graphql';
import {
  createCompiledEngine,
  createInProcessTransport,
  createTransports,
  stringifyResult,
} from '../../gateway/index.ts';
import { createLogger } from '../../kit/logger.ts';
import { createPublicSubgraphs } from '../public-graph/subgraphs.ts';
import type { Script } from './server.ts';

/** Long enough that all requests of a wave are sent before the first of them is answered. */
const ANSWER_MS = 20;

/** Runs a query once by the compiled engine, and writes down what it sends and answers. */
export async function record(supergraphSdl: string, query: string): Promise<Omit<Script, 'origin'>> {
  const exchanges: { subgraph: string; body: string; wave: number; answer: string }[] = [];
  let answered = 0;
  const transports = [...createPublicSubgraphs()].map(([subgraph, execute]) =>
    createInProcessTransport(
      subgraph,
      async (request) => {
        const wave = answered;
        await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
        answered++;
        const { query, operationName, variables } = request;
        const answer = await execute(request);
        const body = JSON.stringify({ query, operationName, variables });
        exchanges.push({ subgraph, body, wave, answer: JSON.stringify(answer) });
        return answer;
      },
      10_000,
    ),
  );
  const engine = createCompiledEngine({
    supergraphSdl,
    transports: createTransports(transports, createLogger('record', 'silent')),
  });
  const { executor } = await engine.load({ apollo: {} });
  const document = parse(query);
  const operation = document.definitions.find((each) => each.kind === 'OperationDefinition');
  const result = await executor?.({
    document,
    operation: operation as OperationDefinitionNode,
    queryHash: query,
    request: {},
    context: { viewer: null, requestId: '' },
  } as unknown as GatewayGraphQLRequestContext);
  await engine.stop();
  const sent = exchanges.map(({ subgraph, body, wave }) => ({ subgraph, body, wave }));
  return {
    sent,
    answers: exchanges.map(({ answer }) => answer),
    answer: stringifyResult(result as FormattedExecutionResult),
  };
}
