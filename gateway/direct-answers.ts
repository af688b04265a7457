import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { type GraphQLFormattedError, type GraphQLSchema, getOperationAST } from 'graphql';
import { formatAsApollo } from '../kit/errors.ts';
import type { Logger } from '../kit/logger.ts';
import type { OperationCounter } from '../kit/server/operation-metrics.ts';
import type { GraphQLAnswers } from '../kit/server/serve-graphql.ts';
import type { GatewayContext } from './context.ts';
import type { DocumentStore } from './document-store.ts';
import { stringifyResult } from './engines/compiled/index.ts';
import { withRequestId } from './plugins/use-request-id.ts';
import type { UsageCounter } from './plugins/use-usage.ts';

/** What direct answers share with the Apollo Server beside them. */
export interface DirectAnswersOptions {
  /** Runs the operations. */
  readonly graph: GatewayInterface;
  /** Its documents: what is in there was parsed, validated and limited. */
  readonly documents: DocumentStore;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly usage: UsageCounter | undefined;
  readonly counter?: OperationCounter | undefined;
  readonly log: Logger;
}

/** Answers that need no Apollo Server. */
export interface DirectAnswers {
  /** The graph, for Apollo Server, which loads it. */
  readonly graph: GatewayInterface;
  readonly answer: NonNullable<GraphQLAnswers<GatewayContext>['answer']>;
}

/**
 * Answers the queries that Apollo Server has found valid before, as it would. What it makes for each request of a gateway
 * lives until a full garbage collection (docs/engines.md).
 *
 * By text or by hash. Mutations are left to it, and so is whatever was not answered: a query has no effects, so it can be run again.
 */
export function createDirectAnswers(options: DirectAnswersOptions): DirectAnswers {
  const { graph, documents, formatError, usage, counter, log: logger } = options;
  let schema: GraphQLSchema | undefined;
  let executor: GatewayExecutor | null = null;
  graph.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
    documents.clear();
  });
  return {
    graph: {
      onSchemaLoadOrUpdate: (callback) => graph.onSchemaLoadOrUpdate(callback),
      stop: () => graph.stop(),
      async load(settings) {
        const result = await graph.load(settings);
        executor = result.executor;
        return result;
      },
    },
    async answer(asked, context) {
      const known =
        asked.query === undefined ? documents.findByHash(asked.queryHash) : documents.find(asked.query);
      if (!executor || !schema || !known) return null;
      const { text, document, hash } = known;
      const { operationName: chosen, variables } = asked;
      const operation = getOperationAST(document, chosen);
      if (operation?.operation !== 'query') return null;
      const operationName = operation.name?.value ?? null;
      const running = executor({
        request: { query: text, operationName: chosen, variables },
        context,
        document,
        operation,
        operationName,
        schema,
        logger,
        source: text,
        queryHash: hash,
        metrics: {},
      } as unknown as GatewayGraphQLRequestContext);
      const result = await running.catch(() => null);
      if (!result) return null;
      const { data, errors, extensions } = result;
      if (data === undefined || errors?.some((error) => error.extensions?.http !== undefined)) return null;
      usage?.count({ name: operationName ?? '', hash, document }, context);
      const formatted =
        errors &&
        withRequestId(
          errors.map((error) => formatAsApollo(error, formatError)),
          context,
        );
      counter?.count('query', { data, errors: formatted });
      return stringifyResult({ errors: formatted, data, extensions } as never);
    },
  };
}
