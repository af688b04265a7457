import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createHttpTransport, createInProcessTransport, type SubgraphTransport } from '../gateway/index.ts';
import { createLogger } from '../kit/logger.ts';
import { listen } from '../kit/server/http.ts';
import { loadRoom } from '../kit/server/room.ts';
import { createSubgraphServer } from '../kit/server/run-subgraph.ts';
import type { SubgraphEntry } from '../kit/server/supergraph-yaml.ts';
import { loadKeys } from '../kit/viewer/keys.ts';
import { deriveSubgraphKey } from '../kit/viewer/signature.ts';
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

/** Starts a subgraph by its settings. */
export type SubgraphStarter = (
  entry: SubgraphEntry,
  settings: Readonly<Record<string, string>>,
  timeoutMs: number,
) => Promise<RunningSubgraph>;

/** Starts a subgraph in this process, called without a socket. */
export const startInProcess: SubgraphStarter = async (entry, settings, timeoutMs) => {
  const log = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');
  const create = await loadRoom(entry);
  const { name, database, execute, ...subgraph } = await create({ log, env: settings });
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
      const server = createSubgraphServer({ ...subgraph, name, database, execute }, keys, log);
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
};

/** What a subgraph asks its database when it is asked whether it is ready. */
const PING = 'SELECT 1';

/** Starts a subgraph as `npm run subgraph` does, called over HTTP. */
export const startProcess: SubgraphStarter = async ({ name }, settings, timeoutMs) => {
  const program = run(['tools/subgraph.ts', name], { ...settings, PORT: '0', LOG_LEVEL: 'trace' });
  const [, address = ''] = await program.printed(/is ready at (http:\S+?)\/graphql/);
  const key = deriveSubgraphKey((await loadKeys(settings)).subgraphSecret, name);
  const transport = createHttpTransport({ name, key, timeoutMs, urls: [new URL(`${address}/graphql`)] });
  const heard: string[] = [];
  const lines = createInterface({ input: program.child.stdout });
  lines.on('line', (line) => {
    const { msg, sql } = JSON.parse(line) as { msg: string; sql: string };
    if (msg === 'statement') heard.push(sql);
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
};
