import { join } from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import { type Mariadb, startMariadb } from '../../tools/services/mariadb.ts';
import { type Rabbitmq, startRabbitmq } from '../../tools/services/rabbitmq.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

/** Products and orders as processes of their own, on a MariaDB and a RabbitMQ that tests may break. */
export interface Deployment extends AsyncDisposable {
  readonly mariadb: Mariadb;
  readonly rabbitmq: Rabbitmq;
  /** The API processes. */
  readonly servers: readonly RunningProgram[];
  /** Starts one more process that settles orders, with settings of its own. */
  startWorker(env?: Record<string, string>): Promise<RunningProgram>;
  /** Asks a subgraph, as a user or an admin; gives the data, or null when there is no answer. */
  // biome-ignore lint/suspicious/noExplicitAny: every operation has a shape of its own, and assertions check it
  ask(subgraph: 'products' | 'orders', query: string, variables?: object, userId?: string): Promise<any>;
  /** Sends a mutation to a subgraph, as a user or an admin; gives its payload, or null when there is no answer. */
  // biome-ignore lint/suspicious/noExplicitAny: every payload has a shape of its own, and assertions check it
  mutate(subgraph: 'products' | 'orders', mutation: string, input: object, userId?: string): Promise<any>;
  /** Runs SQL as an administrator, on a connection of its own. */
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** What `npm run recount` says, and its exit code. */
  recount(): Promise<[number | null, string]>;
}

export async function deploy(): Promise<Deployment> {
  const data = temporaryFolder();
  const [mariadb, rabbitmq] = await Promise.all([
    startMariadb({ dataDir: join(data.path, 'mariadb') }),
    startRabbitmq({ dataDir: join(data.path, 'rabbitmq') }),
  ]);
  const env = {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    DATA_DIR: data.path,
    DATABASE_URL: mariadb.url,
    BROKER_URL: rabbitmq.url,
    ORDERS_PROCESSING: 'apart',
    SEED: 'demo',
  };
  const keys = await loadKeys(env);
  const tokenOf = (userId?: string) =>
    issueToken(keys, userId ? { id: userId, scopes: [] } : { id: 'admin', scopes: ['admin'] }, 3_600);
  const workers: RunningProgram[] = [];
  const startWorker: Deployment['startWorker'] = async (own = {}) => {
    const worker = run(['tools/worker.ts', 'orders'], { ...env, ...own });
    workers.push(worker);
    await worker.printed(/orders is ready/);
    return worker;
  };
  const servers = ['products', 'orders'].map((name) => run(['tools/subgraph.ts', name], env));
  const urls = await Promise.all(
    servers.map(async (server) => (await server.printed(/is ready at (http:[^"\s]+)/))[1] as string),
  );
  const ask: Deployment['ask'] = async (subgraph, query, variables = {}, userId) => {
    const token = await tokenOf(userId);
    try {
      const response = await fetch(`${urls[subgraph === 'products' ? 0 : 1]}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return ((await response.json()) as { data?: unknown }).data ?? null;
    } catch {
      return null;
    }
  };

  return {
    mariadb,
    rabbitmq,
    servers,
    startWorker,
    ask,
    async mutate(subgraph, mutation, input, userId) {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const result = subgraph === 'products' ? 'product { id }' : 'order { id }';
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${result} userErrors { code } } }`;
      return (await ask(subgraph, query, { input }, userId))?.[mutation] ?? null;
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
    async recount() {
      await using program = run(['tools/recount.ts', 'products', 'orders'], env);
      return [await program.ended, program.output()];
    },
    async [Symbol.asyncDispose]() {
      for (const program of [...workers, ...servers]) await program[Symbol.asyncDispose]();
      await Promise.all([mariadb.stop(), rabbitmq.stop()]);
      data[Symbol.dispose]();
    },
  };
}
