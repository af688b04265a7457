import type { FastifyRequest } from 'fastify';
import { commonSettings, type Environment, port, readSettings } from '../config.ts';
import { unauthenticated } from '../errors.ts';
import { runProcess } from '../lifecycle.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { answerMetrics } from '../telemetry/serve-metrics.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import { type Keys, LOOPBACK, loadKeys } from '../viewer/keys.ts';
import {
  askedBy,
  type Caller,
  SIGNATURE_HEADERS,
  SignatureError,
  verifyRequest,
} from '../viewer/signature.ts';
import { createTokenVerifier, issueToken } from '../viewer/token.ts';
import { ADMIN } from '../viewer/viewer.ts';
import type { Checks } from './health.ts';
import { createHttpServer, listen } from './http.ts';
import { servePlayground } from './playground.ts';
import type { RequestContext } from './request-context.ts';
import { refuseUnreachableWorkers } from './room.ts';
import { type GraphQLAnswers, serveGraphQL } from './serve-graphql.ts';
import type { MessageBus, Subgraph, SubgraphFactory } from './subgraph.ts';

const DAY = 86_400;

export const subgraphProcessSettings = {
  ...commonSettings,
  PORT: port(4001).describe(
    'The port to listen on; 0 asks the system for a free one. `npm run subgraph` and `npm run start:services` take that of supergraph.yaml.',
  ),
};

/** Makes the bus of a process; `createBus` of the room `events`. */
export type BusFactory = (options: {
  readonly env: Environment;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
}) => MessageBus;

/** Runs a subgraph as a process of its own, until a signal ends it. */
export async function runSubgraph(
  name: string,
  create: SubgraphFactory,
  createBus: BusFactory,
): Promise<void> {
  await runProcess(name, async ({ log, lifecycle, metrics, tracing, ready }) => {
    const { HOST, PORT } = readSettings(subgraphProcessSettings, process.env, name);
    refuseUnreachableWorkers([{ name }], process.env);
    // Where it listens itself decides, too, whether it is for this machine alone. Before a database is made: without its
    // key it cannot work.
    const keys = await loadKeys(LOOPBACK.has(HOST) ? process.env : { ...process.env, HOST });
    keys.subgraphKey(name);
    const bus = createBus({ env: process.env, log, metrics, tracing });
    const subgraph = await create({ log, bus, metrics, tracing });
    lifecycle.onStop(name, subgraph.close);
    lifecycle.onStop('bus', bus.close);
    await bus.start();
    const app = createSubgraphServer(subgraph, keys, log, {
      uses: { broker: bus.ready },
      metrics,
      tracing,
    });
    lifecycle.onStop('http', () => app.close());
    if (keys.local) {
      const token = await issueToken(keys, { id: ADMIN, scopes: [ADMIN] }, DAY);
      servePlayground(app, { title: `Tessera: ${name}`, tabs: [{ query: '{\n  __typename\n}\n' }], token });
    }
    ready(await listen(app, HOST, PORT));
  });
}

/** The gateway asks for all entities of an operation at once, of which there may be as many as MAX_COST allows. */
const BODY_LIMIT = 16 * 1024 * 1024;

/** What a subgraph's HTTP server may have. */
export interface SubgraphServerOptions {
  /** What readiness reports beside the database, without which the subgraph answers all the same. */
  readonly uses?: Checks;
  /** Told at `/metrics`, to whoever reaches the port; without them there is no such path. */
  readonly metrics?: Metrics;
  readonly tracing?: Tracing | undefined;
}

/**
 * Makes a subgraph's HTTP server. It takes requests that the gateway signed; on one machine with keys of its own also
 * those with a local token, so that its playground works without a gateway.
 */
export function createSubgraphServer(
  subgraph: Pick<Subgraph, 'name' | 'apollo' | 'context' | 'ready'> & Partial<Pick<Subgraph, 'answer'>>,
  keys: Pick<Keys, 'subgraphKey' | 'jwks' | 'issuer' | 'audience' | 'tokenType' | 'local'>,
  log: Logger,
  { uses = {}, metrics, tracing }: SubgraphServerOptions = {},
) {
  const app = createHttpServer({
    log,
    bodyLimit: BODY_LIMIT,
    loopbackOnly: keys.local,
    health: { needs: { database: subgraph.ready }, uses },
    metrics,
    tracing,
  });
  if (metrics) answerMetrics(app, metrics);
  const key = keys.subgraphKey(subgraph.name);
  const verifyToken = keys.local ? createTokenVerifier(keys) : undefined;

  const authenticate = async ({ headers, rawBody, id, ip, method, url }: FastifyRequest): Promise<Caller> => {
    if (verifyToken && !(SIGNATURE_HEADERS.signature in headers)) {
      const viewer = await verifyToken(headers.authorization);
      if (viewer) return { viewer, clientAddress: ip };
    }
    try {
      return verifyRequest(key, askedBy(method, url), rawBody, headers, Date.now());
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      log.warn({ requestId: id, reason: error.message }, 'refused a request that the gateway did not sign');
      throw unauthenticated('This subgraph answers the gateway only.');
    }
  };

  const { apollo, answer } = subgraph;
  serveGraphQL<RequestContext>(app, { apollo, answer: answer && inText(answer) }, async (request) =>
    subgraph.context({ requestId: request.id, ...(await authenticate(request)) }),
  );
  return app;
}

/** Writes the answer as Apollo Server does. */
const inText =
  (answer: Subgraph['answer']): GraphQLAnswers<RequestContext>['answer'] =>
  async (operation, context) => {
    // The gateway sends texts, by POST; it is only people who try out others.
    if (operation.query === undefined || operation.readOnly) return null;
    const answered = await answer(operation, context);
    return answered && `${JSON.stringify({ errors: answered.errors, data: answered.data })}\n`;
  };
