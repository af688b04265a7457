import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Metrics, Tally } from '../telemetry/metrics.ts';

type OperationType = 'query' | 'mutation' | 'subscription' | 'none';

/** The answer to an operation, as far as it is counted. */
export interface CountedAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Counts the operations of one GraphQL server. */
export interface OperationCounter {
  /** @param type `none` where the request held no operation that could be run */
  count(type: OperationType, answer: CountedAnswer): void;
}

/**
 * Makes the counter of a GraphQL server.
 *
 * @param service whose operations they are: `gateway`, or a subgraph's name
 */
export function createOperationCounter(metrics: Metrics, service: string): OperationCounter {
  const operations = metrics.counter({
    name: 'tessera_graphql_operations_total',
    help: 'GraphQL operations that were answered: `ok`, `partial` (with errors beside data) or `failed` (with errors alone).',
    labels: ['service', 'type', 'outcome'],
  });
  const errors = metrics.counter({
    name: 'tessera_graphql_errors_total',
    help: 'Errors in the answers to GraphQL operations, by code.',
    labels: ['service', 'code'],
  });
  const ofType = (type: OperationType) => ({
    ok: operations({ service, type, outcome: 'ok' }),
    partial: operations({ service, type, outcome: 'partial' }),
    failed: operations({ service, type, outcome: 'failed' }),
  });
  const byType = {
    query: ofType('query'),
    mutation: ofType('mutation'),
    subscription: ofType('subscription'),
    none: ofType('none'),
  };
  const byCode = new Map<string, Tally>();
  const tallyOf = (code: string): Tally => {
    const tally = byCode.get(code) ?? errors({ service, code });
    byCode.set(code, tally);
    return tally;
  };
  return {
    count(type, { data, errors: found }) {
      if (!found || found.length === 0) {
        byType[type].ok.inc();
        return;
      }
      byType[type][data === undefined || data === null ? 'failed' : 'partial'].inc();
      for (const { extensions } of found) tallyOf(String(extensions?.code ?? 'NONE')).inc();
    },
  };
}

/** Counts what Apollo Server answers; its errors are masked by then, so that their codes are those of the catalogue. */
export const useOperationCounter = (counter: OperationCounter): ApolloServerPlugin<BaseContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ operation, response: { body } }) {
        const result = body.kind === 'single' ? body.singleResult : body.initialResult;
        counter.count(operation?.operation ?? 'none', result);
      },
    };
  },
});
