import { Supergraph } from '@apollo/federation-internals';
import type { ApolloGateway, GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
} from 'graphql';
import type { Logger } from '../../kit/logger.ts';
import { checkScalars } from '../../kit/scalars.ts';
import type { GatewayContext } from '../context.ts';
import type { SubgraphTransport, Transports } from '../transports/transport.ts';
import {
  clientName,
  clientPath,
  createNameKeeper,
  type NameKeeper,
  withClientNames,
} from './response-names.ts';

/** What an engine runs on. */
export interface EngineOptions {
  readonly supergraphSdl: string;
  readonly transports: Transports;
  readonly log: Logger;
}

/**
 * The reference engine: @apollo/gateway as it comes, over our transports. Its modules, some 600 that nothing else needs,
 * are loaded with the first schema, so that a process with another engine starts without them.
 */
export function createApolloEngine(options: EngineOptions): GatewayInterface {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  let gateway: ApolloGateway | undefined;
  const namedBy = createDocumentNames(options.supergraphSdl);
  return {
    onSchemaLoadOrUpdate(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    async stop() {
      await gateway?.stop();
    },
    async load(settings) {
      gateway = await createApolloGateway(options);
      gateway.onSchemaLoadOrUpdate((loaded) => {
        checkScalars(loaded.apiSchema);
        for (const listener of listeners) listener(loaded);
      });
      const { executor } = await gateway.load(settings);
      return {
        executor: async (requestContext) => {
          const { document, operation, schema, request } = requestContext;
          const given = getVariableValues(
            schema,
            operation.variableDefinitions ?? [],
            request.variables ?? {},
          );
          if (given.errors) return { errors: given.errors };
          const named = namedBy(document);
          const { data, errors, ...rest } = await executor({
            ...requestContext,
            document: named,
            operation: getOperationAST(named, requestContext.operationName ?? undefined),
          } as Parameters<typeof executor>[0]);
          return {
            ...(named === document ? rest : withClientCompletion(rest)),
            ...(errors && { errors: errors.map(nameService) }),
            ...(data !== undefined && {
              data: (named === document ? data : withClientNames(data)) as typeof data,
            }),
          };
        },
      };
    },
  };
}

async function createApolloGateway({
  supergraphSdl,
  transports,
  log,
}: EngineOptions): Promise<ApolloGateway> {
  // It would report to its vendor from every process.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const { ApolloGateway } = await import('@apollo/gateway');
  return new ApolloGateway({
    supergraphSdl: withoutSecurityMark(supergraphSdl),
    buildService: ({ name }) => createDataSource(transports(name)),
    // It announces each schema that it loads; whoever starts the gateway does that better.
    logger: log.child({}, { level: log.isLevelEnabled('debug') ? log.level : 'warn' }),
    __exposeQueryPlanExperimental: false,
  });
}

/** Documents as @apollo/gateway is to see them, made once each. */
function createDocumentNames(supergraphSdl: string): NameKeeper {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false });
  const keepNames = createNameKeeper(
    supergraph.apiSchema().toGraphQLJSSchema() as GraphQLSchema,
    supergraph.schema.toGraphQLJSSchema() as GraphQLSchema,
    supergraphSdl,
  );
  const known = new WeakMap<DocumentNode, DocumentNode>();
  return (document) => {
    const named = known.get(document) ?? keepNames(document);
    known.set(document, named);
    return named;
  };
}

/**
 * @apollo/gateway refuses a supergraph whose links are marked `for: SECURITY`, since it does not enforce them. Ours are
 * enforced before the engine sees an operation.
 */
const withoutSecurityMark = (sdl: string) => sdl.replaceAll(/,\s*for:\s*SECURITY/g, '');

function createDataSource(transport: SubgraphTransport): GraphQLDataSource<GatewayContext> {
  return {
    async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) {
      const { viewer, clientAddress, requestId, traceparent, signal } = context as GatewayContext;
      const { query = '', variables, operationName } = request;
      const answer = await transport.execute({
        query,
        variables,
        operationName,
        viewer,
        clientAddress,
        requestId,
        traceparent,
        signal,
      });
      // Entities are merged into each other in place: what came is this request's own.
      return answer as Awaited<ReturnType<GraphQLDataSource['process']>>;
    },
  };
}

/** What @apollo/gateway says of nulls where none may be, with the client's names. */
function withClientCompletion<Rest extends { readonly extensions?: Record<string, unknown> }>(
  rest: Rest,
): Rest {
  const { valueCompletion } = rest.extensions ?? {};
  if (!Array.isArray(valueCompletion)) return rest;
  const named = valueCompletion.map(({ message, path, ...others }) => ({
    ...others,
    message: message.replace(/\.(\w+)/, (_: string, field: string) => `.${clientName(field)}`),
    path: clientPath(path),
  }));
  return { ...rest, extensions: { ...rest.extensions, valueCompletion: named } };
}

/** The graph names the service that failed in `extensions.service`; @apollo/gateway calls it `serviceName`. */
function nameService(error: Error): GraphQLError {
  // @apollo/gateway also puts plain errors into the list, for an answer that is none.
  if (!(error instanceof GraphQLError)) return new GraphQLError(error.message, { originalError: error });
  const { serviceName, http: _, ...extensions } = error.extensions;
  const { message, path, originalError } = error;
  if (serviceName === undefined && !path?.some((step) => step !== clientPath([step])[0])) return error;
  return new GraphQLError(message, {
    path: path && clientPath(path),
    extensions: { ...extensions, ...(serviceName !== undefined && { service: serviceName }) },
    originalError: originalError ?? null,
  });
}
