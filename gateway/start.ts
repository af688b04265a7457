import { getOperationAST, parse } from 'graphql';
import { ConfigError, type Environment } from '../kit/config.ts';
import type { Lifecycle } from '../kit/lifecycle.ts';
import type { Logger } from '../kit/logger.ts';
import { listen } from '../kit/server/http.ts';
import type { PageOptions } from '../kit/server/page.ts';
import type { PlaygroundOptions } from '../kit/server/playground.ts';
import type { Subgraph } from '../kit/server/subgraph.ts';
import { createMetrics, type Metrics } from '../kit/telemetry/metrics.ts';
import { serveMetrics } from '../kit/telemetry/serve-metrics.ts';
import type { Tracing } from '../kit/telemetry/tracing.ts';
import { type Keys, loadKeys } from '../kit/viewer/keys.ts';
import { deriveSubgraphKey } from '../kit/viewer/signature.ts';
import { createTokenVerifier, issueToken } from '../kit/viewer/token.ts';
import { ADMIN } from '../kit/viewer/viewer.ts';
import { readGatewaySettings } from './config.ts';
import { createEngine } from './engines/create-engine.ts';
import { createGatewayMetrics, type GatewayMetrics } from './metrics.ts';
import { type RegisteredOperations, registerOperations } from './registered-operations.ts';
import { createGateway, type Gateway } from './server.ts';
import { instancesOf, loadSupergraph, type Supergraph } from './supergraph.ts';
import { createHttpTransport } from './transports/http.ts';
import { createInProcessTransport } from './transports/in-process.ts';
import { traceRequests } from './transports/trace-requests.ts';
import { createTransports } from './transports/transports.ts';

const DAY = 86_400;

/** What the settings of a gateway come to. */
export interface PreparedGateway {
  readonly settings: ReturnType<typeof readGatewaySettings>;
  readonly supergraph: Supergraph;
  readonly keys: Keys;
  /** The subgraphs that are called over HTTP: where they answer, and what requests to them are signed with. */
  readonly targets: ReadonlyMap<string, { readonly urls: readonly URL[]; readonly key: Buffer }>;
  readonly operations: RegisteredOperations;
}

/**
 * Reads all that a gateway is told: where it cannot work, nothing has been started or made by then.
 *
 * @param inProcess the names of the subgraphs that live in this process
 * @throws ConfigError that says what to set
 */
export async function prepareGateway(
  env: Environment,
  inProcess: readonly string[] = [],
): Promise<PreparedGateway> {
  const settings = readGatewaySettings(env);
  const { SUPERGRAPH, OPERATIONS, OPERATIONS_DIR } = settings;
  const supergraph = loadSupergraph(SUPERGRAPH);
  const operations = registerOperations(OPERATIONS_DIR);
  if (OPERATIONS === 'registered' && operations.texts.size === 0) {
    throw new ConfigError(
      `OPERATIONS=registered: ${OPERATIONS_DIR} holds no .graphql file: name the folder of the operations in OPERATIONS_DIR`,
    );
  }
  const remote = supergraph.subgraphs
    .filter(({ name }) => !inProcess.includes(name))
    .map((subgraph) => ({ name: subgraph.name, urls: instancesOf(subgraph, env) }));
  // Last, since keys that are missing are made.
  const keys = await loadKeys(env, 'jwks');
  const targets = new Map(
    remote.map(({ name, urls }) => [name, { urls, key: deriveSubgraphKey(keys.subgraphSecret, name) }]),
  );
  return { settings, supergraph, keys, targets, operations };
}

/** What the gateway of a process needs. */
export interface GatewayProcessOptions {
  readonly env: Environment;
  /** Default: `prepareGateway` of `env` and `inProcess`. */
  readonly prepared?: PreparedGateway;
  readonly log: Logger;
  readonly lifecycle: Lifecycle;
  /** What the process tells of itself, where METRICS_PORT says. */
  readonly metrics?: Metrics;
  readonly tracing?: Tracing | undefined;
  /** The subgraphs that live in this process; the others are called over HTTP. */
  readonly inProcess?: readonly Pick<Subgraph, 'name' | 'execute' | 'ready'>[];
  /** Adds another door to the graph on the same server, before it listens. */
  readonly mount?: ((gateway: Gateway, parts: { log: Logger; metrics: GatewayMetrics }) => void) | undefined;
}

/** Starts the gateway by its settings, and listens. It asks no subgraph for anything until a client does. */
export async function startGateway({
  env,
  prepared,
  log,
  lifecycle,
  metrics: all = createMetrics(),
  tracing,
  inProcess = [],
  mount,
}: GatewayProcessOptions): Promise<{
  address: string;
  gateway: Gateway;
  keys: Keys;
  metrics: GatewayMetrics;
}> {
  const names = inProcess.map(({ name }) => name);
  const { settings, supergraph, targets, operations, keys } = prepared ?? (await prepareGateway(env, names));
  const timeoutMs = settings.SUBGRAPH_TIMEOUT;
  const transports = [
    ...inProcess.map(({ name, execute, ready }) => ({
      ...createInProcessTransport(name, execute, timeoutMs),
      ready,
    })),
    ...[...targets].map(([name, target]) => createHttpTransport({ name, timeoutMs, ...target })),
  ];
  lifecycle.onStop('transports', async () => {
    await Promise.all(transports.map((transport) => transport.close()));
  });
  const metrics = createGatewayMetrics(all);
  // What nobody reads is not counted where it would cost each request something.
  const read = settings.METRICS_PORT === undefined ? undefined : all;
  if (settings.METRICS_PORT !== undefined) {
    const server = await serveMetrics(all, settings.HOST, settings.METRICS_PORT);
    lifecycle.onStop('metrics', server.close);
    log.info(`metrics are told at ${server.url}`);
  }
  const engine = createEngine(settings.ENGINE, {
    metrics,
    maxAnswer: settings.MAX_ANSWER,
    supergraphSdl: supergraph.sdl,
    transports: createTransports(
      tracing ? transports.map((each) => traceRequests(each, tracing)) : transports,
      log,
      read,
    ),
    log,
  });
  const gateway = await createGateway({
    engine,
    log,
    verifyToken: createTokenVerifier(keys),
    maxTokens: settings.MAX_TOKENS,
    limits: {
      maxDepth: settings.MAX_DEPTH,
      maxFields: settings.MAX_FIELDS,
      maxCost: settings.MAX_COST,
    },
    // A dead subgraph costs its own part of the answers; a gateway that left for it would cost the rest as well.
    health: {
      needs: {
        ...(keys.jwks instanceof URL && { keys: createKeySetCheck(keys.jwks) }),
        // Where all of them stand still for want of their databases, nothing is left to answer.
        ...(inProcess.length > 0 && {
          databases: () => Promise.any(inProcess.map(({ ready }) => ready())).then(() => {}),
        }),
      },
      uses: Object.fromEntries(transports.map(({ name, ready }) => [name, ready])),
    },
    registered: { operations, alone: settings.OPERATIONS === 'registered' },
    usageFile: settings.USAGE_FILE,
    metrics: read,
    tracing,
    trustedProxies: settings.TRUSTED_PROXIES,
    requestTimeoutMs: settings.REQUEST_TIMEOUT,
    idleTimeoutMs: Math.max(180_000, 2 * timeoutMs),
    maxConnections: settings.MAX_CONNECTIONS,
    playground: keys.local ? await localPlayground(keys, operations) : undefined,
    console: settings.CONSOLE === 'on' ? consolePage(keys) : undefined,
  });
  lifecycle.onStop('gateway', gateway.stop);
  mount?.(gateway, { log, metrics });
  return { address: await listen(gateway.http, settings.HOST, settings.PORT), gateway, keys, metrics };
}

/** As long as a probe waits for it. */
const KEY_SET_MS = 2_000;

/** Until the key set was reached once no token can be verified; from then on it is known, and asked for new keys only. */
function createKeySetCheck(url: URL): () => Promise<void> {
  let reached = false;
  return async () => {
    if (reached) return;
    const { ok, status, body } = await fetch(url, { signal: AbortSignal.timeout(KEY_SET_MS) });
    await body?.cancel();
    if (!ok) throw new Error(`${url} answered ${status}`);
    reached = true;
  };
}

/** On one machine with keys of its own, whoever can open the page may do everything. What reads comes first. */
async function localPlayground(keys: Keys, { texts }: RegisteredOperations): Promise<PlaygroundOptions> {
  const token = await issueAdminToken(keys);
  // Those of the folders within are for others than people.
  const queries = [...texts].flatMap(([file, text]) => (file.includes('/') ? [] : [text]));
  const { query = [], other = [] } = Object.groupBy(queries, (text) =>
    getOperationAST(parse(text))?.operation === 'query' ? 'query' : 'other',
  );
  return { title: 'Tessera', tabs: [...query, ...other].map((text) => ({ query: text })), token };
}

/** The console, which has the token of the playground where there is one; elsewhere an admin signs in. */
const consolePage = (keys: Keys): PageOptions => ({
  path: '/console',
  document: 'console/page/index.html',
  folders: ['console', 'console/page', 'client'],
  token: keys.local ? () => issueAdminToken(keys) : undefined,
});

const issueAdminToken = (keys: Keys) => issueToken(keys, { id: ADMIN, scopes: [ADMIN] }, DAY);
