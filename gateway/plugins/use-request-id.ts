import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';

/** Puts the request id into each error that hides what happened, so that a report leads to the log line. */
export function useRequestId(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (singleResult.errors) singleResult.errors = withRequestId(singleResult.errors, contextValue);
        },
      };
    },
  };
}

/** The same errors, with the request id in those that hide what happened. */
export const withRequestId = (
  errors: readonly GraphQLFormattedError[],
  { requestId }: Pick<GatewayContext, 'requestId'>,
): readonly GraphQLFormattedError[] =>
  errors.map((error) =>
    error.extensions?.code === 'INTERNAL_SERVER_ERROR'
      ? { ...error, extensions: { ...error.extensions, requestId } }
      : error,
  );
