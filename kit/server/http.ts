import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { newId } from '../ids.ts';
import { type Logger, requestScope } from '../logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { readTraceparent } from '../telemetry/traceparent.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import { LOOPBACK } from '../viewer/keys.ts';
import { allocateYoung } from '../young.ts';
import { type HealthChecks, serveHealth } from './health.ts';
import { createRequestCounter } from './request-metrics.ts';
import { traceRequest } from './trace-requests.ts';

/** Bytes of all bodies that are being received or worked on; */
const MAX_BODIES = 64 * 1024 * 1024;
/** smaller ones do not count, so that none of them is refused for the large ones. */
const SMALL_BODY = 16 * 1024;

/** The port is taken, or the address is not of this machine; one line that says what to do. */
export class ListenError extends Error {
  override name = 'ListenError';
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, for signatures. */
    rawBody: string;
    /** W3C trace context of what the request causes, where there is one. */
    traceparent: string | undefined;
  }
}

/** What `createHttpServer` needs. */
export interface HttpServerOptions {
  readonly log: Logger;
  /** What `/health/ready` asks. */
  readonly health: HealthChecks;
  /**
   * Whether only requests that were made out to this machine's own name are answered. A page that hands out a token
   * needs it: else any website could point a name of its own at 127.0.0.1 and read the page (DNS rebinding).
   */
  readonly loopbackOnly?: boolean;
  /** Proxies whose word on the client's address is taken: addresses and networks, comma-separated. */
  readonly trustedProxies?: string | undefined;
  /** Bytes of a body; a larger one is refused with 413. Default 1 MiB. */
  readonly bodyLimit?: number | undefined;
  /** Milliseconds that a client may take to send a request; default 30,000. How long the answer takes does not count. */
  readonly requestTimeoutMs?: number | undefined;
  /** Milliseconds without a byte in either direction, the wait for an answer included; default 180,000. */
  readonly idleTimeoutMs?: number | undefined;
  /** Connections at a time; default 2,000. */
  readonly maxConnections?: number | undefined;
  /** Where its requests are counted; without them none are. */
  readonly metrics?: Metrics | undefined;
  /** Records a span for each request but those for health and metrics; without it none is. */
  readonly tracing?: Tracing | undefined;
}

/**
 * Makes the HTTP server that every process has: JSON bodies, a request id for each request (taken from
 * `x-request-id` where it is a plain word, and answered there), `/health/live` and `/health/ready`. A path that there is
 * nothing at is a 404, a method that a path does not take a 405, each as an error of the catalogue.
 *
 * `close()` takes no new connections, closes the idle ones, answers every request under way, and closes its connection
 * after the answer, where a kept-alive one would hold up the end.
 */
export function createHttpServer({
  log,
  health,
  loopbackOnly,
  trustedProxies,
  bodyLimit = 1024 * 1024,
  requestTimeoutMs = 30_000,
  idleTimeoutMs = 180_000,
  maxConnections = 2_000,
  metrics,
  tracing,
}: HttpServerOptions): FastifyInstance {
  allocateYoung();
  const app = Fastify({
    logger: false,
    bodyLimit,
    // What a client sends is taken as it is, or refused; `discriminator` is OpenAPI's.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, discriminator: true } },
    ...(trustedProxies && { trustProxy: trustedProxies }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Longer than load balancers keep theirs: whoever closes first must not be the one that is asked.
    keepAliveTimeout: 72_000,
    // Ids of any length, and no escapes at all, are for the routes to refuse, each in its own form.
    routerOptions: { maxParamLength: 16_384 },
    rewriteUrl: ({ url = '/' }) => (isWellFormed(url) ? url : url.replaceAll('%', '%25')),
    requestTimeout: requestTimeoutMs,
    connectionTimeout: idleTimeoutMs,
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(requestTimeoutMs / 4, 5_000),
    },
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : newId();
    },
  });
  app.server.maxConnections = maxConnections;
  app.decorateRequest('rawBody', '');
  app.decorateRequest('traceparent', undefined);
  const counter = metrics && createRequestCounter(app, metrics);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = body as string;
    try {
      done(null, JSON.parse(body as string));
    } catch {
      done(Object.assign(new Error('the body is not JSON'), { statusCode: 400 }));
    }
  });
  app.addHook('onRequest', (request, reply, done) => {
    counter?.begin(request);
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    const { traceparent } = request.headers;
    if (traceparent !== undefined) request.traceparent = readTraceparent(traceparent);
    if (tracing) request.traceparent = traceRequest(tracing, request, reply, request.traceparent);
    done();
  });
  limitBodies(app, bodyLimit);
  if (loopbackOnly) {
    app.addHook('onRequest', async ({ raw }) => {
      const { host = '' } = raw.headers;
      // As it came: Fastify's own `hostname` may be what a proxy says.
      const name = host.toLowerCase().replace(/:\d*$/, '');
      if (LOOPBACK.has(name) && isLoopback(raw.socket.remoteAddress)) return;
      throw refusal(421, `this server answers to localhost only, not to ${host}`);
    });
  }
  // Before the body is read: it is of no interest.
  app.addHook('onRequest', ({ is404, server, method, url }, reply, done) => {
    // A part of the server that has a form of its own says so itself.
    if (!is404 || server !== app) return done();
    const path = url.split('?', 1)[0] as string;
    // `hasRoute` would read the path as a route's pattern, and compile what it takes for a regular expression in it.
    const allowed = app.supportedMethods.filter((each) =>
      app.findRoute({ method: each as 'GET', url: path }),
    );
    if (allowed.length === 0) return done(refusal(404, `There is nothing at ${excerpt(path)}.`));
    reply.header('allow', allowed.join(', '));
    done(refusal(405, `${excerpt(path)} takes ${allowed.join(' and ')}, not ${method}.`));
  });
  // Once the body is there: what reads it runs outside of the request's scope.
  app.addHook('preHandler', (request, _, done) =>
    requestScope.run({ requestId: request.id, traceparent: request.traceparent }, done),
  );
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', (request, reply, _, done) => {
    if (closing) reply.header('connection', 'close');
    counter?.end(request, reply);
    done();
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, requestId: request.id }, 'request failed');
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message = status >= 500 ? 'Something went wrong on our side.' : error.message;
    return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
  });
  serveHealth(app, health);
  return app;
}

/** Whether the escapes of a URL's path are those of UTF-8. */
function isWellFormed(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Refuses large bodies while others take up all the memory that there is for them: a thousand half-sent ones are a GiB. */
function limitBodies(app: FastifyInstance, bodyLimit: number): void {
  let held = 0;
  app.addHook('onRequest', (request, reply, done) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    const bytes = Math.min(encoding === undefined ? Number(length ?? 0) : bodyLimit, bodyLimit);
    if (bytes <= SMALL_BODY) {
      done();
      return;
    }
    if (held + bytes > MAX_BODIES) {
      const message = 'Too much is being sent at once: try again later.';
      const errors = [{ message, extensions: { code: 'OVERLOADED' } }];
      void reply.code(503).header('retry-after', '1').header('connection', 'close').send({ errors });
      return;
    }
    held += bytes;
    reply.raw.once('close', () => {
      held -= bytes;
    });
    done();
  });
}

const refusal = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });

const excerpt = (path: string) => (path.length > 100 ? `${path.slice(0, 100)}…` : path);

/** Whether an address is that of the machine itself; IPv4 may be told in the form of IPv6. */
const isLoopback = (address = '') => address === '::1' || /^(::ffff:)?127\./.test(address);

/** What proxies add to a request, or say in place of it. */
const FORWARDED = /^(forwarded|via|x-forwarded-.+|x-real-ip|x-original-.+|cf-.+)$/;

/**
 * Whether a request can have come straight from a browser of this machine. A proxy that says nothing of itself and
 * names the server by its loopback address is still known by the connection: browsers ask to keep it in HTTP/1.1, and
 * a proxy passes that on to nobody (RFC 9110, section 7.6.1).
 */
export function isDirect({ httpVersion, headers }: IncomingMessage): boolean {
  const keepsAlive = /\bkeep-alive\b/i.test(headers.connection ?? '');
  return httpVersion === '1.1' && keepsAlive && !Object.keys(headers).some((name) => FORWARDED.test(name));
}

/**
 * Starts to listen.
 *
 * @param setting what gave the port
 * @returns the address as a URL
 * @throws ListenError when the port is taken or the host is not of this machine
 */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
  setting = 'PORT',
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new ListenError(`port ${port} is taken: stop what listens there, or set another ${setting}`);
    if (code === 'EACCES')
      throw new ListenError(`port ${port} needs more rights: set a ${setting} above 1023`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new ListenError(`HOST ${host} is no address of this machine`);
    throw error;
  }
  const { port: actual } = app.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}
