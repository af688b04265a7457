import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Bus, createBus } from '../events/index.ts';
import { createHttpTransport, createInProcessTransport, type SubgraphTransport } from '../gateway/index.ts';
import { newId } from '../kit/ids.ts';
import type { Logger } from '../kit/logger.ts';
import { listen } from '../kit/server/http.ts';
import { loadRoom } from '../kit/server/room.ts';
import { createSubgraphServer } from '../kit/server/run-subgraph.ts';
import type { SubgraphEntry } from '../kit/server/supergraph-yaml.ts';
import { createVerifiedExecutor } from '../kit/testing/verified-executor.ts';
import { loadKeys } from '../kit/viewer/keys.ts';
import { deriveSubgraphKey } from '../kit/viewer/signature.ts';
import { addVhost } from '../tools/services/rabbitmq.ts';
import { run } from './process.ts';

/** A subgraph of the graph under test, wherever it runs. */
export interface RunningSubgraph extends AsyncDisposable {
  readonly name: string;
  readonly transport: SubgraphTransport;
  /** Where it answers over HTTP, to requests that are signed with the key. */
  address(): Promise<string>;
  readonly key: Buffer;
  /** The SQL statements that it sent since it was asked last. */
  takeStatements(): Promise<string[]>;
}

/** The subgraphs of one graph: all in this process, or each in its own. */
export interface Topology {
  start(entry: SubgraphEntry): Promise<RunningSubgraph>;
  /** Begins to carry messages between them; all have started. */
  ready(): Promise<void>;
}

/** What the subgraphs of a graph share. */
export interface TopologyOptions {
  readonly settings: Readonly<Record<string, string>>;
  /** Milliseconds until an answer is given up. */
  readonly timeoutMs: number;
  readonly log: Logger;
  /** Where what a topology started itself is ended. */
  readonly ending: AsyncDisposableStack;
}

/** All subgraphs in this process, called without a socket, over the embedded bus. */
export async function inOneProcess(options: TopologyOptions): Promise<Topology> {
  const { settings, timeoutMs, log, ending } = options;
  const bus = createBus({ env: {}, log });
  return {
    start: (entry) => startInProcess(entry, settings, timeoutMs, bus, log),
    async ready() {
      await bus.start();
      ending.defer(bus.close);
    },
  };
}

async function startInProcess(
  entry: SubgraphEntry,
  settings: TopologyOptions['settings'],
  timeoutMs: number,
  bus: Bus,
  log: Logger,
): Promise<RunningSubgraph> {
  const create = await loadRoom(entry);
  const { name, database, execute, ...subgraph } = await create({
    log,
    bus,
    env: settings,
    createExecutor: createVerifiedExecutor,
  });
  const keys = await loadKeys(settings);
  let heard: string[] = [];
  database.onStatement(({ sql }) => heard.push(sql));
  await using started = new AsyncDisposableStack();
  started.defer(subgraph.close);
  const ending = started.move();
  return {
    name,
    transport: createInProcessTransport(name, execute, timeoutMs),
    async address() {
      const server = createSubgraphServer({ ...subgraph, name }, keys, log);
      ending.defer(() => server.close());
      return listen(server, '127.0.0.1', 0);
    },
    key: deriveSubgraphKey(keys.subgraphSecret, name),
    async takeStatements() {
      const taken = heard;
      heard = [];
      return taken;
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}

/** What a subgraph asks its database when it is asked whether it is ready. */
const PING = 'SELECT 1';

/** Each subgraph as `npm run subgraph` starts it, called over HTTP, with a broker between them. */
export async function inProcesses({ settings, timeoutMs }: TopologyOptions): Promise<Topology> {
  const { TEST_RABBITMQ_DIR: folder } = process.env;
  // Graphs of tests that run beside each other must not get each other's messages.
  const broker = folder && { BROKER_URL: await addVhost(folder, `test-${newId()}`) };
  return {
    start: (entry) => startProcess(entry, { ...settings, ...broker }, timeoutMs),
    async ready() {},
  };
}

async function startProcess(
  { name }: SubgraphEntry,
  settings: TopologyOptions['settings'],
  timeoutMs: number,
): Promise<RunningSubgraph> {
  const program = run(['tools/subgraph.ts', name], { ...settings, PORT: '0', LOG_LEVEL: 'trace' });
  const [, address = ''] = await program.printed(/is ready at (http:[^"\s]+)/);
  const key = deriveSubgraphKey((await loadKeys(settings)).subgraphSecret, name);
  const transport = createHttpTransport({ name, key, timeoutMs, urls: [new URL(`${address}/graphql`)] });
  const heard: string[] = [];
  const lines = createInterface({ input: program.child.stdout });
  lines.on('line', (line) => {
    const { msg, sql } = JSON.parse(line) as { msg: string; sql: string };
    if (msg === 'SQL statement') heard.push(sql);
  });
  return {
    name,
    transport,
    address: async () => address,
    key,
    /** From its log. Answers come by another way than the log: a ping of our own tells when the log is as far. */
    async takeStatements() {
      await fetch(`${address}/health/ready`);
      while (!heard.includes(PING)) await once(lines, 'line');
      return heard.splice(0).filter((sql) => sql !== PING);
    },
    async [Symbol.asyncDispose]() {
      await transport.close();
      program.child.kill('SIGTERM');
      await program.ended;
    },
  };
}
