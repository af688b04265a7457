import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../../gateway/context.ts';
import { SubgraphError, type Transports } from '../../gateway/transport.ts';

/** @apollo/gateway as it comes, over our transports. */
export function createReferenceEngine(supergraphSdl: string, transports: Transports): GatewayInterface {
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name }) => dataSource(name, transports),
  });
  return gateway as unknown as GatewayInterface;
}

function dataSource(name: string, transports: Transports): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const caller = context as GatewayContext;
      try {
        const response = await transports(name).execute({
          query: request.query ?? '',
          operationName: request.operationName,
          variables: request.variables,
          viewer: caller.viewer,
          requestId: caller.requestId,
          signal: caller.signal,
        });
        return response as never;
      } catch (error) {
        if (!(error instanceof SubgraphError)) throw error;
        throw new GraphQLError(error.message, { extensions: { code: error.code, serviceName: name } });
      }
    },
  };
}
