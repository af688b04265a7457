import { type Fleet, startFleet } from '../fleet.ts';
import type { RunningProgram } from '../process.ts';

/** What settles orders, each as a process of its own, on a MariaDB and a RabbitMQ that tests may break. */
export interface Deployment extends Pick<Fleet, 'mariadb' | 'rabbitmq' | 'rows'>, AsyncDisposable {
  /** Asks a subgraph, as a user or an admin; gives the data, or null when there is no answer. */
  readonly ask: Fleet['execute'];
  /** The API processes. */
  readonly servers: readonly RunningProgram[];
  /** Starts one more process that settles orders. */
  startWorker(): Promise<RunningProgram>;
  /** Sends a mutation to a subgraph, as a user or an admin; gives its payload, or null when there is no answer. */
  // biome-ignore lint/suspicious/noExplicitAny: every payload has a shape of its own, and assertions check it
  mutate(subgraph: 'products' | 'orders', mutation: string, input: object, userId?: string): Promise<any>;
  /** What `npm run recount` says, and its exit code. */
  recount(): Promise<[number | null, string]>;
}

/** @param settings of all processes */
export async function deploy(settings: Readonly<Record<string, string>> = {}): Promise<Deployment> {
  const subgraphs = ['products', 'orders', 'workflows', 'notifications'];
  const fleet = await startFleet(subgraphs, { ORDERS_PROCESSING: 'apart', ...settings });
  const { mariadb, rabbitmq, rows } = fleet;
  return {
    mariadb,
    rabbitmq,
    rows,
    ask: fleet.execute,
    servers: [...fleet.servers.values()],
    startWorker: () => fleet.startWorker('orders'),
    async mutate(subgraph, mutation, input, userId) {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const result = subgraph === 'products' ? 'product { id }' : 'order { id }';
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${result} userErrors { code } } }`;
      return (await fleet.execute(subgraph, query, { input }, userId))?.[mutation] ?? null;
    },
    recount: () => fleet.recount('products', 'orders'),
    [Symbol.asyncDispose]: () => fleet[Symbol.asyncDispose](),
  };
}
