import { join } from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { loadKeys } from '../kit/viewer/keys.ts';
import { issueToken } from '../kit/viewer/token.ts';
import { type Mariadb, startMariadb } from '../tools/services/mariadb.ts';
import { type Rabbitmq, startRabbitmq } from '../tools/services/rabbitmq.ts';
import { startAll } from '../tools/services/server.ts';
import { type RunningProgram, run, temporaryFolder } from './process.ts';

/** Subgraphs and workers as processes of their own, on a MariaDB and a RabbitMQ that tests may break. */
export interface Fleet extends AsyncDisposable {
  readonly mariadb: Mariadb;
  readonly rabbitmq: Rabbitmq;
  /** The API processes that were started, by subgraph; the latest of each. */
  readonly servers: ReadonlyMap<string, RunningProgram>;
  /** Starts a subgraph's API, in place of the one before. */
  startServer(subgraph: string): Promise<RunningProgram>;
  /** Starts one more worker of a subgraph. */
  startWorker(subgraph: string, ...args: string[]): Promise<RunningProgram>;
  /** Runs an operation on a subgraph, as a user or an admin; gives its data, or null when there is no answer. */
  // biome-ignore lint/suspicious/noExplicitAny: every answer has a shape of its own, and assertions check it
  execute(subgraph: string, query: string, variables?: object, userId?: string): Promise<any>;
  /** Runs SQL as an administrator, on a connection of its own. */
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** What `npm run recount` says of these subgraphs, and its exit code. */
  recount(...subgraphs: string[]): Promise<[number | null, string]>;
}

/**
 * Starts a database server, a broker and the APIs of these subgraphs; `await using` ends them.
 *
 * @param settings of all processes, such as `ORDERS_PROCESSING`
 */
export async function startFleet(
  subgraphs: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Fleet> {
  // Ends what was started, in reverse; also when a later start fails.
  await using starting = new AsyncDisposableStack();
  const data = starting.use(temporaryFolder());
  const [mariadb, rabbitmq] = await startAll([
    () => startMariadb({ dataDir: join(data.path, 'mariadb') }),
    () => startRabbitmq({ dataDir: join(data.path, 'rabbitmq') }),
  ]);
  starting.defer(async () => {
    await Promise.all([mariadb.stop(), rabbitmq.stop()]);
  });
  const env = {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    DATA_DIR: data.path,
    DATABASE_URL: mariadb.url,
    BROKER_URL: rabbitmq.url,
    SEED: 'demo',
    ...settings,
  };
  const keys = await loadKeys(env);
  const programs: RunningProgram[] = [];
  starting.defer(async () => {
    for (const program of programs) await program[Symbol.asyncDispose]();
  });
  const servers = new Map<string, RunningProgram>();
  const urls = new Map<string, string>();

  const startServer = async (subgraph: string) => {
    const server = run(['tools/subgraph.ts', subgraph], env);
    programs.push(server);
    servers.set(subgraph, server);
    urls.set(subgraph, (await server.printed(/is ready at (http:[^"\s]+)/))[1] as string);
    return server;
  };
  await Promise.all(subgraphs.map(startServer));

  const started = starting.move();
  return {
    mariadb,
    rabbitmq,
    servers,
    startServer,
    async startWorker(subgraph, ...args) {
      const worker = run(['tools/worker.ts', subgraph, ...args], env);
      programs.push(worker);
      await worker.printed(new RegExp(`${subgraph} is ready`));
      return worker;
    },
    async execute(subgraph, query, variables = {}, userId) {
      const viewer = userId ? { id: userId, scopes: [] } : { id: 'admin', scopes: ['admin'] };
      const token = await issueToken(keys, viewer, 3_600);
      try {
        const response = await fetch(`${urls.get(subgraph)}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, variables }),
        });
        return ((await response.json()) as { data?: unknown }).data ?? null;
      } catch {
        return null;
      }
    },
    async rows<Row>(sql: string, values: unknown[] = []) {
      let connection: Connection | undefined;
      try {
        connection = await createConnection(mariadb.adminUrl);
        return (await connection.query<RowDataPacket[]>(sql, values))[0] as Row[];
      } finally {
        connection?.destroy();
      }
    },
    async recount(...names) {
      await using program = run(['tools/recount.ts', ...names], env);
      return [await program.ended, program.output()];
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
