import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { createErrorMask } from '../kit/errors.ts';
import type { Logger } from '../kit/logger.ts';
import type { HealthChecks } from '../kit/server/health.ts';
import { createHttpServer, type HttpServerOptions } from '../kit/server/http.ts';
import { createOperationCounter, useOperationCounter } from '../kit/server/operation-metrics.ts';
import { type PageOptions, servePage } from '../kit/server/page.ts';
import { type PlaygroundOptions, servePlayground } from '../kit/server/playground.ts';
import { serveGraphQL } from '../kit/server/serve-graphql.ts';
import type { Metrics } from '../kit/telemetry/metrics.ts';
import type { Tracing } from '../kit/telemetry/tracing.ts';
import type { TokenVerifier } from '../kit/viewer/token.ts';
import { withAuthorization } from './authorization/with-authorization.ts';
import type { GatewayContext } from './context.ts';
import { createDirectAnswers } from './direct-answers.ts';
import { createDocumentStore } from './document-store.ts';
import { stringifyResult } from './engines/compiled/index.ts';
import { limitErrors } from './limits/limit-errors.ts';
import { limitNames } from './limits/limit-names.ts';
import { limitOperations, type OperationLimits } from './limits/limit-operations.ts';
import { type ListSizes, readListSizes } from './limits/list-sizes.ts';
import { withPersistedQueryFaults } from './persisted-query-faults.ts';
import { useRequestId } from './plugins/use-request-id.ts';
import { useUsage } from './plugins/use-usage.ts';
import {
  createPersistedQueries,
  type RegisteredOperations,
  refuseUnregistered,
} from './registered-operations.ts';
import { traceOperations } from './trace-operations.ts';

/** What the gateway is made of. */
export interface GatewayOptions
  extends Pick<
    HttpServerOptions,
    'requestTimeoutMs' | 'idleTimeoutMs' | 'maxConnections' | 'trustedProxies'
  > {
  /** Runs the query plans; `createEngine`. */
  readonly engine: GatewayInterface;
  readonly verifyToken: TokenVerifier;
  readonly log: Logger;
  /** Tokens that a document may have at most; default 10,000. */
  readonly maxTokens?: number;
  /** How large an operation may be. */
  readonly limits?: OperationLimits;
  /** What `/health/ready` reports; by default it asks nobody. */
  readonly health?: HealthChecks;
  /** Shown at `/`; without it there is no page. */
  readonly playground?: PlaygroundOptions | undefined;
  /** The console; without it there is none. */
  readonly console?: PageOptions | undefined;
  /** Operations that clients may name by their hash without having sent them; `alone`, no others are answered over HTTP. */
  readonly registered?: { readonly operations: RegisteredOperations; readonly alone: boolean } | undefined;
  /** Where to count who uses what; without it nothing is counted. */
  readonly usageFile?: string | undefined;
  /** Where requests and operations are counted; without them none are. */
  readonly metrics?: Metrics | undefined;
  /** Records spans of requests and operations; without it none are. */
  readonly tracing?: Tracing | undefined;
}

/** As many as the compiled engine keeps programs. */
const MAX_DOCUMENTS = 2_000;

/** An operation in GraphQL's own text. */
export interface GatewayOperation {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
}

/** What came of an operation; errors are those that a client may see. */
export interface GatewayAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The one door to the graph. */
export interface Gateway {
  /** For requests without a socket. */
  readonly apollo: ApolloServer<GatewayContext>;
  /** Makes what a request's operations are run with; throws UNAUTHENTICATED where its token does not hold. */
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext>;
  /** Runs an operation as `/graphql` does, in this process: for other doors to the same graph. */
  execute(operation: GatewayOperation, context: GatewayContext): Promise<GatewayAnswer>;
  /** Answers `/graphql`, the playground and health; not listening yet. */
  readonly http: FastifyInstance;
  /** Finishes the requests under way, then stops. */
  stop(): Promise<void>;
}

/** Starts the gateway: Apollo Server over an engine, with access rules enforced in front of it. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { engine, log, verifyToken, playground, usageFile, limits, metrics, tracing } = options;
  const { maxTokens = 10_000, health = { needs: {} }, registered } = options;
  const formatError = withPersistedQueryFaults(createErrorMask(log));
  const documents = createDocumentStore(MAX_DOCUMENTS);
  const usage = usageFile ? useUsage({ file: usageFile, log }) : undefined;
  const counter = metrics && createOperationCounter(metrics, 'gateway');
  const guarded = limitErrors(withAuthorization(engine));
  const { graph, answer } = createDirectAnswers({
    graph: tracing ? traceOperations(guarded, tracing) : guarded,
    documents,
    formatError,
    usage,
    counter,
    log,
  });
  let listSizes: ListSizes | undefined;
  engine.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    listSizes = readListSizes(coreSupergraphSdl);
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway: graph,
    formatError,
    stringifyResult,
    documentStore: documents.forApollo,
    persistedQueries: { cache: createPersistedQueries(registered?.operations) },
    parseOptions: { maxTokens },
    validationRules: [
      limitNames,
      limitOperations({ listSizes: (...field) => listSizes?.(...field) ?? 1, ...limits }),
    ],
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      useRequestId(),
      ...(usage ? [usage] : []),
      ...(counter ? [useOperationCounter(counter)] : []),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  const http = createHttpServer({
    log,
    health,
    loopbackOnly: playground?.token !== undefined || options.console?.token !== undefined,
    trustedProxies: options.trustedProxies,
    requestTimeoutMs: options.requestTimeoutMs,
    idleTimeoutMs: options.idleTimeoutMs,
    maxConnections: options.maxConnections,
    metrics,
    tracing,
  });
  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext> => ({
    viewer: await verifyToken(request.headers.authorization),
    clientAddress: request.ip,
    clientName: headerOf(request, 'apollographql-client-name'),
    requestId: request.id,
    traceparent: request.traceparent,
    signal: goneSignal(reply),
  });
  serveGraphQL<GatewayContext>(http, { apollo, answer }, async (request, reply) => {
    if (registered?.alone) refuseUnregistered(request, registered.operations, maxTokens);
    return contextOf(request, reply);
  });
  if (playground) servePlayground(http, playground);
  if (options.console) servePage(http, options.console);
  return {
    apollo,
    http,
    contextOf,
    async execute({ query, variables = {} }, context) {
      const text = await answer({ query, variables, readOnly: false }, context);
      if (text !== null) return JSON.parse(text);
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue: context });
      if (body.kind !== 'single') throw new Error('an operation without @defer has one answer');
      // The compiled engine's data is text that only this knows how to put together.
      return JSON.parse(await stringifyResult(body.singleResult));
    },
    async stop() {
      await http.close();
      await apollo.stop();
    },
  };
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Aborts when the client closes the connection before it has its answer. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
