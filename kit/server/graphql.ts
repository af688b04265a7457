import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { requestFailure } from '../database/failure.ts';
import { createErrorMask, formatAsApollo } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { scalarResolvers } from '../scalars.ts';
import { createDocumentCache } from './execution/documents.ts';
import { createExecutor as createCompilingExecutor, type Executor } from './execution/executor.ts';
import { type OperationCounter, useOperationCounter } from './operation-metrics.ts';
import { isolateReferences } from './references.ts';
import type { RequestContext } from './request-context.ts';
import type { Operation, SubgraphResponse } from './subgraph-request.ts';

/** What answers a subgraph's operations. */
export interface SubgraphGraphQL {
  /** For every request that `answer` leaves to it, and everything about HTTP. */
  readonly apollo: ApolloServer<RequestContext>;
  /**
   * Runs an operation that was parsed, validated and compiled before, or is now, and answers as `apollo` does. Null
   * where nothing can be run: what is wrong with the request is for `apollo` to say.
   */
  answer(operation: Operation, context: RequestContext): Promise<SubgraphResponse | null>;
}

/** What a subgraph's operations are answered from. */
export interface SubgraphGraphQLOptions {
  readonly typeDefs: DocumentNode;
  readonly resolvers: object;
  readonly log: Logger;
  /** Hears of every operation that is answered. */
  readonly counter?: OperationCounter | undefined;
  /** Makes what runs the operations of a schema; by default, that which compiles them. */
  readonly createExecutor?: ((schema: GraphQLSchema) => Executor) | undefined;
}

/** Makes what answers a subgraph's operations; `apollo` is to be started yet. */
export function createSubgraphGraphQL({
  typeDefs,
  resolvers,
  log,
  counter,
  createExecutor = createCompilingExecutor,
}: SubgraphGraphQLOptions): SubgraphGraphQL {
  const schema = buildSubgraphSchema([
    { typeDefs, resolvers: { ...pickScalars(typeDefs), ...isolateReferences(resolvers) } },
  ]);
  const execute = createExecutor(schema);
  const documents = createDocumentCache(schema);
  const formatError = createErrorMask(log, requestFailure);
  const apollo = new ApolloServer<RequestContext>({
    gateway: executorGateway(schema, execute),
    formatError,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    persistedQueries: false,
    logger: log,
    plugins: [
      ...(counter ? [useOperationCounter(counter)] : []),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  return {
    apollo,
    async answer({ query, operationName, variables }, contextValue) {
      const document = documents.get(query);
      if (!document) return null;
      const { data, errors } = await execute({ document, operationName, variables, contextValue });
      if (data === undefined) return null;
      const answer = errors
        ? { errors: errors.map((error) => formatAsApollo(error, formatError)), data }
        : { data };
      counter?.count(getOperationAST(document, operationName)?.operation ?? 'none', answer);
      return answer;
    },
  };
}

/** Lets Apollo Server run operations by an executor of ours. */
function executorGateway(schema: GraphQLSchema, execute: Executor): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, request: { operationName, variables }, context }) =>
        execute({ document, operationName, variables, contextValue: context }),
    }),
    stop: async () => {},
  };
}

/** The kit's scalars that a schema declares. */
function pickScalars(typeDefs: DocumentNode): object {
  const declared = typeDefs.definitions.flatMap((each) =>
    each.kind === 'ScalarTypeDefinition' ? each.name.value : [],
  );
  return Object.fromEntries(Object.entries(scalarResolvers).filter(([name]) => declared.includes(name)));
}
