import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { TesseraError } from '../errors.ts';
import type { Operation } from './subgraph-request.ts';

/** An operation as a client asks for it. */
export type AskedOperation = Omit<Operation, 'query'> & {
  /** Whether it may only read: it came by GET. */
  readonly readOnly: boolean;
} & (
    | { readonly query: string }
    /** The SHA-256 of a text that was sent before, in hexadecimal digits: an automatic persisted query. */
    | { readonly query?: undefined; readonly queryHash: string }
  );

/** What answers GraphQL over HTTP. */
export interface GraphQLAnswers<Context extends BaseContext> {
  readonly apollo: ApolloServer<Context>;
  /**
   * Answers, as `apollo` would, an operation that it knows, with the JSON text of a 200. Null where it does not, without
   * having changed anything: `apollo` is asked then.
   */
  readonly answer?: ((operation: AskedOperation, context: Context) => Promise<string | null>) | undefined;
}

/** Makes what a request's operation is run with; throws where the viewer does not hold. */
export type ContextFactory<Context> = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

/**
 * Answers `/graphql`, with GET and POST. The usual request (one operation, by its text or by the hash of one that is
 * known) is answered straight by `answer`, which costs a fraction of what Apollo Server takes; any other goes to Apollo
 * Server. Which of them answers is not to be seen. A viewer that does not hold is a 401 for the whole request.
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
  app.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler });
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
function operationOf(request: FastifyRequest): AskedOperation | null {
  const readOnly = request.method === 'GET';
  const sent = readOnly ? searchOf(request) : request.body;
  if (!isRecord(sent)) return null;
  const { query = null, operationName = null, variables = null, extensions = null } = sent;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !isRecord(variables)) return null;
  const rest = { operationName: operationName ?? undefined, variables: variables ?? undefined, readOnly };
  if (query !== null) return typeof query === 'string' && extensions === null ? { query, ...rest } : null;
  const queryHash = persistedHash(extensions);
  return queryHash === null ? null : { queryHash, ...rest };
}

/** Headers that a page of another origin can not send unasked: Apollo Server's protection of GET (CSRF). */
const NOT_FORGED = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** What a GET asks for; null where Apollo Server must say what is wrong with it. */
function searchOf({ headers, query }: FastifyRequest): Record<string, unknown> | null {
  const contentType = headers['content-type'];
  if (contentType !== undefined && contentType !== 'application/json') return null;
  if (contentType === undefined && !NOT_FORGED.some((header) => headers[header])) return null;
  const { variables, extensions, ...rest } = query as Record<string, unknown>;
  try {
    return { ...rest, variables: inJson(variables), extensions: inJson(extensions) };
  } catch {
    return null;
  }
}

/** A parameter's value; undefined where there is none. One that is given twice is a list, and throws. */
function inJson(text: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new TypeError('the parameter is given twice');
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new TypeError('the parameter is no object');
  return value;
}

/** The hash that these extensions give in place of a text, and nothing else. */
function persistedHash(extensions: unknown): string | null {
  if (!isRecord(extensions) || !isRecord(extensions.persistedQuery)) return null;
  const { version, sha256Hash } = extensions.persistedQuery;
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
