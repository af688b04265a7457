import type { Metric } from 'prom-client';
import {
  createEngine,
  createGateway,
  createGatewayMetrics,
  createTransports,
  type Gateway,
  loadSupergraph,
  type SubgraphTransport,
} from '../gateway/index.ts';
import { ownSetting } from '../kit/config.ts';
import type { Database } from '../kit/database/database.ts';
import { openDatabase } from '../kit/database/open.ts';
import { createLogger } from '../kit/logger.ts';
import { hasRoom } from '../kit/server/room.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { provideDatabase } from '../kit/testing/database.ts';
import type { TestResponse } from '../kit/testing/response.ts';
import type { RequestOptions } from '../kit/testing/subgraph.ts';
import type { Viewer } from '../kit/viewer/viewer.ts';
import { inOneProcess, inProcesses, type RunningSubgraph } from './running-subgraph.ts';

/** What a piece of work cost, by subgraph. */
export interface Cost {
  readonly statements: Readonly<Record<string, string[]>>;
  readonly calls: Readonly<Record<string, number>>;
}

/** The whole graph on seeded databases of its own; its gateway is in this process, without a socket. */
export interface TestGraph extends AsyncDisposable {
  readonly gateway: Gateway;
  readonly subgraphs: ReadonlyMap<string, RunningSubgraph>;
  /** Opens a subgraph's database beside it, to look at what no field shows; closed with the graph. */
  database(subgraph: string): Promise<Database>;
  /** Where the subgraphs find their databases. */
  readonly settings: Readonly<Record<string, string>>;
  /** Runs an operation through the gateway; without a viewer, an anonymous one. */
  execute(query: string, options?: RequestOptions): Promise<TestResponse>;
  /** Runs `work`, and counts the SQL statements and the calls that each subgraph got. */
  costOf(work: () => Promise<unknown>): Promise<Cost>;
  /** Puts another transport in a subgraph's place, until disposed. */
  replace(subgraph: string, transport: Pick<SubgraphTransport, 'execute'>): Disposable;
}

/** `processes`: each subgraph is a process of its own, called over HTTP; else all are in this one. */
const spreads = process.env.TEST_TOPOLOGY === 'processes';

/** The authorization header of these tests is the viewer. */
const verifyToken = async (authorization: string | undefined): Promise<Viewer | null> =>
  authorization === undefined ? null : JSON.parse(authorization);

/** Until a subgraph's answer is given up. */
const TIMEOUT_MS = 5_000;

/** How a graph differs from one on fresh databases. */
export interface TestGraphOptions {
  /** Points at databases that are there already, such as DATA_DIR or DATABASE_URL; they are left as they are. */
  readonly existing?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether messages are carried between the domains; default true. Otherwise they stay in their outboxes, nothing
   * goes on in the background, and all subgraphs are in this process.
   */
  readonly carriesMessages?: boolean;
}

/** Starts the graph that supergraph.yaml and supergraph.graphql describe; `await using` ends it. */
export async function createTestGraph({
  existing,
  carriesMessages = true,
}: TestGraphOptions = {}): Promise<TestGraph> {
  const log = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');
  await using started = new AsyncDisposableStack();
  const entries = readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom);
  const fresh = started.use(await provideDatabase(entries.map(({ name }) => name)));
  const settings = {
    ...fresh.settings,
    SEED: 'demo',
    ...(!carriesMessages &&
      Object.fromEntries(entries.map(({ name }) => [ownSetting(name, 'PROCESSING'), 'apart']))),
    ...existing,
  };
  const createTopology = carriesMessages && spreads ? inProcesses : inOneProcess;
  const topology = await createTopology({ settings, timeoutMs: TIMEOUT_MS, log, ending: started });
  const starting = entries.map(async (entry) => {
    const subgraph = started.use(await topology.start(entry));
    return [subgraph.name, subgraph] as const;
  });
  await Promise.allSettled(starting);
  const subgraphs = new Map(await Promise.all(starting));
  if (carriesMessages) await topology.ready();
  const calls = new Map<string, number>();
  const replaced = new Map<string, SubgraphTransport['execute']>();
  const transports = [...subgraphs.values()].map(
    ({ name, transport }): SubgraphTransport => ({
      ...transport,
      execute(request) {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return (replaced.get(name) ?? transport.execute)(request);
      },
    }),
  );
  const { sdl } = loadSupergraph('supergraph.graphql');
  const metrics = createGatewayMetrics();
  const engine = createEngine(process.env.ENGINE === 'apollo' ? 'apollo' : 'compiled', {
    supergraphSdl: sdl,
    transports: createTransports(transports, log),
    log,
    metrics,
  });
  const gateway = await createGateway({ engine, log, verifyToken });
  started.defer(gateway.stop);
  started.defer(async () => {
    // No operation of a whole-graph test is one that the compiled engine may leave to the reference.
    const fallbacks = metrics.all.registry.getSingleMetric('tessera_gateway_fallbacks_total') as Metric;
    const { values } = await fallbacks.get();
    if (values.some(({ value }) => value > 0)) throw new Error(`fell back: ${JSON.stringify(values)}`);
  });
  const ending = started.move();

  const opened = new Map<string, Promise<Database>>();
  const open = async (name: string) => {
    const { DATABASE_URL: url, DATA_DIR: dataDir = fresh.folder } = settings as Record<string, string>;
    const database = await openDatabase({ name, url: url || undefined, dataDir });
    ending.defer(() => database.close());
    return database;
  };

  return {
    gateway,
    subgraphs,
    settings,
    database(name) {
      const database = opened.get(name) ?? open(name);
      opened.set(name, database);
      return database;
    },
    async execute(query, { viewer = null, variables = {} } = {}) {
      const response = await gateway.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'x-request-id': 'test', ...(viewer && { authorization: JSON.stringify(viewer) }) },
        payload: { query, variables },
      });
      return response.json();
    },
    async costOf(work) {
      for (const subgraph of subgraphs.values()) await subgraph.takeStatements();
      calls.clear();
      await work();
      const statements: Record<string, string[]> = {};
      for (const [name, subgraph] of subgraphs) statements[name] = await subgraph.takeStatements();
      return { statements, calls: Object.fromEntries(calls) };
    },
    replace(subgraph, { execute }) {
      replaced.set(subgraph, execute);
      return { [Symbol.dispose]: () => void replaced.delete(subgraph) };
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}
