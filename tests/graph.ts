import { rmSync } from 'node:fs';
import { createBus } from '../events/index.ts';
import {
  createEngine,
  createGateway,
  createInProcessTransport,
  createTransports,
  type Gateway,
  loadSupergraph,
  type SubgraphTransport,
} from '../gateway/index.ts';
import { createLogger } from '../kit/logger.ts';
import { hasRoom, loadRoom } from '../kit/server/room.ts';
import type { Subgraph } from '../kit/server/subgraph.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { provideDatabase } from '../kit/testing/database.ts';
import { plain, type TestResponse } from '../kit/testing/response.ts';
import type { RequestOptions } from '../kit/testing/subgraph.ts';

/** What a piece of work cost, by subgraph. */
export interface Cost {
  readonly statements: Readonly<Record<string, string[]>>;
  readonly calls: Readonly<Record<string, number>>;
}

/** The whole graph in one process, on seeded databases of its own, without a socket. */
export interface TestGraph extends AsyncDisposable {
  readonly gateway: Gateway;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  /** Runs an operation through the gateway; without a viewer, an anonymous one. */
  execute(query: string, options?: RequestOptions): Promise<TestResponse>;
  /** Runs `work`, and counts the SQL statements and the calls that each subgraph got. */
  costOf(work: () => Promise<unknown>): Promise<Cost>;
  /** Puts another transport in a subgraph's place, until disposed. */
  replace(subgraph: string, transport: Pick<SubgraphTransport, 'execute'>): Disposable;
}

/** How a graph differs from one on fresh databases. */
export interface TestGraphOptions {
  /** Milliseconds until a subgraph's answer is given up; default 5,000. */
  readonly timeoutMs?: number;
  /** A folder with databases that are there already; left as it is. */
  readonly dataDir?: string | undefined;
}

/** Starts the graph that supergraph.yaml and supergraph.graphql describe; `await using` ends it. */
export async function createTestGraph({
  timeoutMs = 5_000,
  dataDir,
}: TestGraphOptions = {}): Promise<TestGraph> {
  const log = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');
  const { settings, folder } = provideDatabase();
  const bus = createBus({ env: {}, log });
  const subgraphs = new Map<string, Subgraph>();
  for (const entry of readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom)) {
    const create = await loadRoom(entry);
    subgraphs.set(entry.name, await create({ log, bus, env: dataDir ? { DATA_DIR: dataDir } : settings }));
  }
  await bus.start();
  const calls = new Map<string, number>();
  const replaced = new Map<string, SubgraphTransport['execute']>();
  const transports = [...subgraphs.values()].map(({ name, execute }): SubgraphTransport => {
    const transport = createInProcessTransport(name, execute, timeoutMs);
    return {
      ...transport,
      execute(request) {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return (replaced.get(name) ?? transport.execute)(request);
      },
    };
  });
  const { sdl } = loadSupergraph('supergraph.graphql');
  const engine = createEngine(process.env.ENGINE === 'compiled' ? 'compiled' : 'apollo', {
    supergraphSdl: sdl,
    transports: createTransports(transports, log),
    log,
  });
  const gateway = await createGateway({ engine, log, verifyToken: async () => null });

  return {
    gateway,
    subgraphs,
    async execute(query, { viewer = null, variables = {} } = {}) {
      const { body } = await gateway.apollo.executeOperation(
        { query, variables },
        { contextValue: { viewer, requestId: 'test' } },
      );
      if (body.kind !== 'single') throw new Error('the gateway answers in one piece');
      return plain(body.singleResult);
    },
    async costOf(work) {
      calls.clear();
      const statements: Record<string, string[]> = {};
      using listening = new DisposableStack();
      for (const { name, database } of subgraphs.values()) {
        const heard: string[] = [];
        statements[name] = heard;
        listening.use(database.onStatement(({ sql }) => heard.push(sql)));
      }
      await work();
      return { statements, calls: Object.fromEntries(calls) };
    },
    replace(subgraph, { execute }) {
      replaced.set(subgraph, execute);
      return { [Symbol.dispose]: () => void replaced.delete(subgraph) };
    },
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await bus.close();
      for (const subgraph of subgraphs.values()) await subgraph.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
