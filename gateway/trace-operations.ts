import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { OperationDefinitionNode } from 'graphql';
import type { Tracing } from '../kit/telemetry/tracing.ts';
import type { GatewayContext } from './context.ts';
import { wrapExecutor } from './wrap-executor.ts';

/** Records a span for each operation that a graph runs, which what it asks of subgraphs is part of. */
export const traceOperations = (graph: GatewayInterface, tracing: Tracing): GatewayInterface =>
  wrapExecutor(graph, (executor) => async (requestContext) => {
    const context = requestContext.context as GatewayContext;
    const { operationName } = requestContext;
    // None where the request names none: the graph refuses it.
    const type = (requestContext.operation as OperationDefinitionNode | undefined)?.operation;
    const span = tracing.start({
      name: type ? `graphql ${type}` : 'graphql',
      kind: 'internal',
      parent: context.traceparent,
      attributes: {
        'graphql.operation.type': type,
        'graphql.operation.name': operationName ?? undefined,
      },
    });
    try {
      const result = await executor({
        ...requestContext,
        context: { ...context, traceparent: span.traceparent },
      });
      const [error] = result.errors ?? [];
      span.end(error && String(error.extensions?.code ?? 'INTERNAL_SERVER_ERROR'));
      return result;
    } catch (error) {
      span.end((error as Error).name);
      throw error;
    }
  });
