import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { TesseraError } from '../errors.ts';
import type { Operation } from './subgraph-request.ts';

/** What answers GraphQL over HTTP. */
export interface GraphQLAnswers<Context extends BaseContext> {
  readonly apollo: ApolloServer<Context>;
  /**
   * Answers, as `apollo` would, an operation that it knows, with the JSON text of a 200. Null where it does not, without
   * having changed anything: `apollo` is asked then.
   */
  readonly answer?: ((operation: Operation, context: Context) => Promise<string | null>) | undefined;
}

/** Makes what a request's operation is run with; throws where the viewer does not hold. */
export type ContextFactory<Context> = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

/**
 * Answers `/graphql`, with GET and POST. The usual request (one operation in JSON, by POST) is answered straight by
 * `answer`, which costs a fraction of what Apollo Server takes; any other goes to Apollo Server. Which of them answers
 * is not to be seen. A viewer that does not hold is a 401 for the whole request.
 */
export function serveGraphQL<Context extends BaseContext>(
  app: FastifyInstance,
  { apollo, answer }: GraphQLAnswers<Context>,
  createContext: ContextFactory<Context>,
): void {
  /** What came of making a request's context, which is done once. */
  const contexts = new WeakMap<FastifyRequest, () => Promise<Context>>();
  const byApollo = fastifyApolloHandler(apollo, {
    context: (request: FastifyRequest, reply: FastifyReply) =>
      (contexts.get(request)?.() ?? createContext(request, reply)).catch(refuse),
  }) as (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // Each answer is for its viewer.
    reply.header('cache-control', 'no-store');
    const mediaType = mediaTypeFor(request.headers.accept);
    const operation = answer && mediaType ? operationOf(request) : null;
    if (!answer || !operation) return byApollo(request, reply);
    let context: Context;
    try {
      context = await createContext(request, reply);
    } catch (error) {
      contexts.set(request, () => Promise.reject(error));
      return byApollo(request, reply);
    }
    const text = await answer(operation, context);
    if (text === null) {
      contexts.set(request, async () => context);
      return byApollo(request, reply);
    }
    reply.header('content-type', mediaType);
    return text;
  };
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler });
}

function refuse(error: unknown): never {
  if (!(error instanceof TesseraError) || error.extensions.code !== 'UNAUTHENTICATED') throw error;
  throw new TesseraError('UNAUTHENTICATED', error.message, { extensions: { http: { status: 401 } } });
}

/** Those of Apollo Server, the one that it prefers first. */
const MEDIA_TYPES = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
  'application/json; callbackSpec=1.0; charset=utf-8',
];

/** Clients send few different ones, but they may send any. */
const negotiated = new LRUCache<string, { readonly mediaType: string | undefined }>({ max: 100 });

/** The media type to answer with; undefined where Apollo Server must say that there is none. */
function mediaTypeFor(accept: string | undefined): string | undefined {
  if (!accept) return MEDIA_TYPES[0];
  let known = negotiated.get(accept);
  if (!known) {
    known = { mediaType: new Negotiator({ headers: { accept } }).mediaType(MEDIA_TYPES) };
    negotiated.set(accept, known);
  }
  return known.mediaType;
}

/** The operation of a request in the form that needs no further look. */
function operationOf({ method, body }: FastifyRequest): Operation | null {
  if (method !== 'POST' || !isRecord(body)) return null;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string' || extensions !== null) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !isRecord(variables)) return null;
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
