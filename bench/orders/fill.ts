import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import type { Database } from '../../kit/database/database.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import { createLogger } from '../../kit/logger.ts';
import type { SubgraphFactory } from '../../kit/server/subgraph.ts';
import { createOrdersSubgraph } from '../../subgraphs/orders/index.ts';
import { createProductsSubgraph } from '../../subgraphs/products/index.ts';
import type { Deployment } from './deployment.ts';

const APART = { ORDERS_PROCESSING: 'apart', SECURITY_PROCESSING: 'apart' };
/** Where files are in memory. */
const MEMORY = '/dev/shm';
/** Mutations that are sent at the same time. */
const LANES = 16;

/** What fills a backlog. */
export interface Filling {
  /** The subgraph that is told, and does nothing in the background meanwhile. */
  readonly create: SubgraphFactory;
  /** Others whose databases are to be there. */
  readonly others: readonly SubgraphFactory[];
  readonly mutation: string;
  /** The input of the n-th mutation. */
  readonly inputOf: (n: number) => object;
}

/** Orders of two services each, of a thousand customers. */
export const ORDERS: Filling = {
  create: createOrdersSubgraph,
  others: [createProductsSubgraph],
  mutation: `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }`,
  inputOf: (n) => ({
    userId: String(1 + (n % 1_000)),
    lines: [1, 2].map((i) => ({ productId: String(1 + ((n * 7 + i) % 12)), quantity: 1 + (n % 3) })),
  }),
};

/** Until when the messages of a backlog are nobody's to take. */
const HELD_UNTIL = '9999-01-01 00:00:00.000';

/**
 * Fills a backlog through a subgraph itself while nothing else runs: its messages wait in its outbox.
 *
 * @returns lets them go, once everything runs: processes start one after the other, and the first would have done with
 *   them before the last is there
 */
export async function fillBacklog(
  { env: given, dataDir, adminUrl }: Deployment,
  { create, others, mutation, inputOf }: Filling,
  count: number,
): Promise<() => Promise<void>> {
  const log = createLogger('bench', 'warn');
  // Only the settling is measured: SQLite is filled in memory and copied, MariaDB may lag behind its disk.
  const memory = adminUrl === null && existsSync(MEMORY) ? mkdtempSync(`${MEMORY}/tessera-bench-`) : null;
  const env = memory ? { ...given, DATA_DIR: memory } : given;
  for (const each of others) await (await each({ log, env })).close();
  const subgraph = await create({ log, env: { ...env, ...APART } });
  await relax(adminUrl, true);
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) {
      const viewer = { id: 'admin', scopes: ['admin'] };
      const { errors } = await subgraph.execute({
        query: mutation,
        variables: { input: inputOf(n) },
        viewer,
        requestId: 'bench',
      });
      if (errors) throw new Error(errors[0]?.message);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await setDue(subgraph.database, HELD_UNTIL);
  await relax(adminUrl, false);
  await subgraph.close();
  if (memory) {
    cpSync(memory, dataDir, { recursive: true });
    rmSync(memory, { recursive: true });
  }
  return async () => {
    const database = await openDatabase({ name: subgraph.name, url: given.DATABASE_URL, dataDir });
    await setDue(database, toSqlTime(new Date()));
    await database.close();
  };
}

const setDue = (database: Database, due_at: string) =>
  database.transaction(async (trx) => void (await trx('event_outbox').update({ due_at })));

/** Lets MariaDB commit without waiting for its disk, or makes it wait again. */
async function relax(adminUrl: string | null, relaxed: boolean): Promise<void> {
  if (adminUrl === null) return;
  const admin = await createConnection(adminUrl);
  await admin.query(`SET GLOBAL innodb_flush_log_at_trx_commit = ${relaxed ? 0 : 1}`);
  await admin.end();
}
