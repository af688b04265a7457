import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { SubgraphError } from '../../transports/transport.ts';
import { clientPath } from '../response-names.ts';
import type { ErrorPath } from './place.ts';

/** A GraphQL error of a subgraph, as the client sees it: with its path in the client's response. */
export function errorFromSubgraph(
  error: GraphQLFormattedError,
  subgraph: string,
  path: ErrorPath | undefined,
): GraphQLError {
  // What a subgraph would answer over HTTP is not what the client gets.
  const { http: _, ...extensions } = error.extensions ?? {};
  return new GraphQLError(error.message || `Error while fetching subquery from service "${subgraph}"`, {
    path: path && clientPath(path),
    extensions: {
      ...extensions,
      code: extensions.code ?? 'DOWNSTREAM_SERVICE_ERROR',
      service: subgraph,
    },
  });
}

/** The error of a request that no GraphQL answer came to; `path` leads to what it leaves out of the response. */
export function errorFromTransport(cause: unknown, subgraph: string, path: ErrorPath): GraphQLError {
  const known = cause instanceof SubgraphError;
  return new GraphQLError(known ? cause.message : `Subgraph "${subgraph}" gave no answer.`, {
    path: path.length ? clientPath(path) : undefined,
    originalError: cause instanceof Error ? cause : undefined,
    extensions: { code: known ? cause.code : 'SUBGRAPH_UNAVAILABLE', service: subgraph },
  });
}
