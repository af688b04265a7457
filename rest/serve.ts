import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Kind } from 'graphql';
import type { Gateway, GatewayContext } from '../gateway/index.ts';
import { forbidden, TesseraError, unauthenticated } from '../kit/errors.ts';
import { parseId } from '../kit/ids.ts';
import type { Logger } from '../kit/logger.ts';
import type { createApiKeyVerifier } from '../kit/viewer/api-keys.ts';
import { isAdmin, type Viewer } from '../kit/viewer/viewer.ts';
import { answerBy } from './ask.ts';
import { RestError } from './failure.ts';
import { createOpenApi } from './openapi.ts';
import type { Answer, ReadMetrics, RestRequest, Route } from './route.ts';
import { bodySchemaOf, type Entry, entriesOf } from './table.ts';

/** What the paths are served with. */
export interface RestParts {
  readonly gateway: Gateway;
  readonly verifyApiKey: ReturnType<typeof createApiKeyVerifier>;
  readonly readMetrics: ReadMetrics;
  readonly log: Logger;
}

/** Everything that `createHttpServer` takes, in the order in which `allow` names them. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;

/** Answers the table's paths, and the OpenAPI document that describes them, on the gateway's server. */
export function serveRest(routes: readonly Route[], parts: RestParts): void {
  const entries = entriesOf(routes);
  const document = JSON.stringify(createOpenApi(entries));
  parts.gateway.http.register(
    async (app) => {
      app.setErrorHandler((error, request, reply) => sendError(error as Error, request, reply, parts.log));
      app.setNotFoundHandler((request, reply) =>
        sendError(new RestError('NOT_FOUND', 'There is nothing at this path.'), request, reply, parts.log),
      );
      app.addHook('onRequest', async (_, reply) => {
        reply.header('cache-control', 'no-store');
      });
      app.get('/openapi.json', async (_, reply) => reply.type('application/json').send(document));
      for (const entry of entries) serveEntry(app, entry, parts);
      for (const [path, allowed] of methodsByPath(entries)) refuseOthers(app, path, allowed);
    },
    { prefix: PREFIX },
  );
}

const PREFIX = '/rest';

/** A path as Fastify has it, below the prefix; the start of a system, also without its slash. */
function urlsOf(path: string): string[] {
  const url = path.slice(PREFIX.length).replaceAll(/\{(\w+)\}/g, ':$1');
  return url.endsWith('/') ? [url, url.slice(0, -1)] : [url];
}

function methodsByPath(entries: readonly Entry[]): Map<string, Set<string>> {
  const paths = new Map<string, Set<string>>([[`${PREFIX}/openapi.json`, new Set(['GET', 'HEAD'])]]);
  for (const entry of entries) {
    const allowed = paths.get(entry.path) ?? new Set();
    paths.set(entry.path, allowed.add(entry.method));
    if (entry.method === 'GET' && reads(entry)) allowed.add('HEAD');
  }
  return paths;
}

/** Whether asking changes nothing: only then may a HEAD ask. */
const reads = ({ rows }: Entry): boolean =>
  rows.every(
    ({ operation }) =>
      operation?.definitions.every(
        (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === 'query',
      ) ?? true,
  );

function refuseOthers(app: FastifyInstance, path: string, allowed: ReadonlySet<string>): void {
  const allow = METHODS.filter((method) => allowed.has(method)).join(', ');
  const refuse = async (_: FastifyRequest, reply: FastifyReply) => {
    reply.header('allow', allow);
    throw new RestError('METHOD_NOT_ALLOWED', `This path takes ${allow}.`);
  };
  for (const url of urlsOf(path)) {
    // Before the body is looked at, whatever it is.
    const method = METHODS.filter((each) => !allowed.has(each));
    app.route({ method, url, onRequest: refuse, handler: refuse });
  }
}

function serveEntry(app: FastifyInstance, entry: Entry, parts: RestParts): void {
  const { method, rows } = entry;
  const [{ query }] = rows;
  const body = bodySchemaOf(entry);
  const contexts = new WeakMap<FastifyRequest, GatewayContext>();
  const options = {
    method,
    exposeHeadRoute: reads(entry),
    schema: {
      ...(body && { body }),
      ...(query && { querystring: { type: 'object', properties: query } }),
    },
    // Before the body is read: who may not ask costs nothing but this.
    async onRequest(request: FastifyRequest, reply: FastifyReply) {
      const context = await contextOf(request, reply, parts);
      if (!rows.some(({ access }) => access === 'anyone')) requireAccess(rows[0], context.viewer);
      contexts.set(request, context);
    },
    async handler(request: FastifyRequest, reply: FastifyReply) {
      const context = contexts.get(request) as GatewayContext;
      const row = rowFor(rows, request.body);
      requireAccess(row, context.viewer);
      const { gateway, readMetrics } = parts;
      try {
        return await send(
          await answerBy(row, readRequest(request, context), { gateway, context, readMetrics }),
          reply,
        );
      } catch (error) {
        if (!(error instanceof RestError) || error.status !== 503 || !row.whenDown) throw error;
        return reply.code(503).send({ ...row.whenDown, ...errorBody(error.code, error.message, request) });
      }
    },
  };
  for (const url of urlsOf(entry.path)) app.route({ ...options, url });
}

/** Who asks, by a token or an API key; where both are sent, both must hold, and the token says who it is. */
async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { gateway, verifyApiKey }: RestParts,
): Promise<GatewayContext> {
  const { 'x-api-key': key } = request.headers;
  const viewer = verifyApiKey(Array.isArray(key) ? key.join() : key);
  const context = await gateway.contextOf(request, reply);
  return { ...context, viewer: context.viewer ?? viewer, clientName: context.clientName ?? 'rest' };
}

function requireAccess({ access }: Route, viewer: Viewer | null): void {
  if (access === 'anyone') return;
  if (!viewer) throw unauthenticated('A valid bearer token or API key is needed.');
  if (access === 'admin' && !isAdmin(viewer)) throw forbidden();
}

function rowFor(rows: Entry['rows'], body: unknown): Route {
  const { command } = (body ?? {}) as { command?: string };
  return rows.find((row) => row.command === undefined || row.command === command) ?? rows[0];
}

function readRequest(
  { params, query, body, headers }: FastifyRequest,
  { viewer }: GatewayContext,
): RestRequest {
  const { id } = params as { id?: string };
  return {
    id: id === undefined ? '' : parseId(id),
    query: query as RestRequest['query'],
    body,
    headers,
    viewer,
  };
}

function send({ status, body, headers = {} }: Answer, reply: FastifyReply): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}

function errorBody(code: string, message: string, { id: requestId }: FastifyRequest) {
  return { error: { code, message, requestId } };
}

function sendError(error: Error, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  const { code, message, status, retryAfter } = describe(error);
  if (status === 500) log.error({ err: error, requestId: request.id }, 'request failed');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply.code(status).send(errorBody(code, message, request));
}

/** What a client may know of an error. */
function describe(error: Error & Partial<FastifyError>): RestError {
  if (error instanceof RestError) return error;
  if (error instanceof TesseraError) return new RestError(String(error.extensions.code), error.message);
  // Fastify's own: a body that is not JSON, not of its schema, too large.
  const { statusCode: status = 500 } = error;
  if (status >= 500) return new RestError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
  const [fault] = error.validation ?? [];
  if (!fault) return new RestError('BAD_REQUEST', error.message, { status });
  const where = `${error.validationContext}${fault.instancePath}`;
  return new RestError('BAD_USER_INPUT', `${where} ${FAULTS[fault.keyword] ?? fault.message}`);
}

/** What is wrong, by the keyword of the schema, where the validator's own words tell nobody. */
const FAULTS: Readonly<Record<string, string>> = {
  pattern: 'is empty, or has not the form that is asked for',
  discriminator: 'has a command that there is none of',
  anyOf: 'has not the form that is asked for',
};
