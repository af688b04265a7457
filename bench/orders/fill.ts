import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { createLogger } from '../../kit/logger.ts';
import { createOrdersSubgraph } from '../../subgraphs/orders/index.ts';
import { createProductsSubgraph } from '../../subgraphs/products/index.ts';
import type { Deployment } from './deployment.ts';

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }`;
/** Where files are in memory. */
const MEMORY = '/dev/shm';
/** Orders that are placed at the same time. */
const LANES = 16;

/** Places orders through the subgraph itself while nothing else runs: their messages wait in the outbox. */
export async function fillBacklog(
  { env: given, dataDir, adminUrl }: Deployment,
  count: number,
): Promise<void> {
  const log = createLogger('bench', 'warn');
  // Only the settling is measured: SQLite is filled in memory and copied, MariaDB may lag behind its disk.
  const memory = adminUrl === null && existsSync(MEMORY) ? mkdtempSync(`${MEMORY}/tessera-bench-`) : null;
  const env = memory ? { ...given, DATA_DIR: memory } : given;
  const products = await createProductsSubgraph({ log, env });
  await products.close();
  const orders = await createOrdersSubgraph({ log, env: { ...env, ORDERS_PROCESSING: 'apart' } });
  await relax(adminUrl, true);
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) {
      const lines = [1, 2].map((i) => ({ productId: String(1 + ((n * 7 + i) % 12)), quantity: 1 + (n % 3) }));
      const input = { userId: String(1 + (n % 1_000)), lines };
      const viewer = { id: 'admin', scopes: ['admin'] };
      const { errors } = await orders.execute({
        query: PLACE,
        variables: { input },
        viewer,
        requestId: 'bench',
      });
      if (errors) throw new Error(errors[0]?.message);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await relax(adminUrl, false);
  await orders.close();
  if (!memory) return;
  cpSync(memory, dataDir, { recursive: true });
  rmSync(memory, { recursive: true });
}

/** Lets MariaDB commit without waiting for its disk, or makes it wait again. */
async function relax(adminUrl: string | null, relaxed: boolean): Promise<void> {
  if (adminUrl === null) return;
  const admin = await createConnection(adminUrl);
  await admin.query(`SET GLOBAL innodb_flush_log_at_trx_commit = ${relaxed ? 0 : 1}`);
  await admin.end();
}
