import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

const ORDERS = 400;
const STOCK = 150;
const LEAST_IN_FLIGHT = 20;
const LIKERS = 60;

const data = temporaryFolder();
let tessera: RunningProgram;
let client: Client;

interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: every answer has a shape of its own, and assertions check it
  ask(query: string, variables?: object, userId?: string): Promise<any>;
}

async function start(): Promise<void> {
  tessera = run(['main.ts'], { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data.path });
  const [, address] = await tessera.printed(/graph\s+(http:\S+)\/graphql/);
  const keys = await loadKeys({ HOST: '127.0.0.1', DATA_DIR: data.path });
  const tokens = new Map<string, string>();
  client = {
    async ask(query, variables = {}, userId = 'admin') {
      const scopes = userId === 'admin' ? ['admin'] : [];
      if (!tokens.has(userId)) tokens.set(userId, await issueToken(keys, { id: userId, scopes }, 3600));
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(userId)}` },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
  };
}

beforeAll(start);
afterAll(async () => {
  await tessera[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

const open = (domain: string) => new BetterSqlite3(join(data.path, `${domain}.sqlite`));
const countPending = (database: BetterSqlite3.Database) =>
  database.prepare("SELECT COUNT(*) FROM orders WHERE status = 'PENDING'").pluck().get() as number;

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }';

const LIKE = 'mutation ($input: LikeProductInput!) { likeProduct(input: $input) { product { id } } }';

it('loses, sells and counts nothing twice when the whole server is killed amid orders and likes', async () => {
  const input = { symbol: 'K9K', kind: 'GOODS', name: 'Survivor', price: '5.00', stock: STOCK };
  const created = await client.ask(
    'mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } } }',
    { input },
  );
  const productId = created.data.createProduct.product.id;
  const orders = open('orders');
  await expect
    .poll(() => orders.prepare('SELECT id FROM known_products WHERE id = ?').get(productId))
    .toBeDefined();

  // Everything at once; what is answered before the end must not be lost.
  const placed: string[] = [];
  const work = Array.from({ length: ORDERS }, (_, i) =>
    client
      .ask(PLACE, { input: { userId: String(1 + i), lines: [{ productId, quantity: 1 }] } })
      .then(({ data: { placeOrder } }) => void placed.push(placeOrder.order.id)),
  );
  const liked: string[] = [];
  const likes = Array.from({ length: LIKERS }, async (_, i) => {
    const user = String(2_000 + i);
    const { data } = await client.ask(LIKE, { input: { productId: String(1 + (i % 12)) } }, user);
    if (data.likeProduct.product) liked.push(user);
  });
  const ended = Promise.allSettled([...work, ...likes]);
  let inFlight = 0;
  while (inFlight < LEAST_IN_FLIGHT || placed.length < ORDERS / 10) {
    inFlight = countPending(orders);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  tessera.child.kill('SIGKILL');
  await tessera.ended;
  await ended;
  expect(countPending(orders)).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);

  await start();
  await expect.poll(() => countPending(orders), { timeout: 20_000 }).toBe(0);
  const settled = orders
    .prepare(
      'SELECT o.id, o.status FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE l.product_id = ?',
    )
    .all(productId) as { id: string; status: string }[];
  const statusOf = new Map(settled.map(({ id, status }) => [id, status]));
  expect(placed.filter((id) => !statusOf.has(id))).toEqual([]);
  const confirmed = settled.filter(({ status }) => status === 'CONFIRMED').length;
  expect(confirmed).toBe(Math.min(STOCK, settled.length));
  expect(settled.filter(({ status }) => status === 'REJECTED')).toHaveLength(settled.length - confirmed);

  const { data: shelf } = await client.ask('query ($id: ID!) { product(id: $id) { stock unitsSold } }', {
    id: productId,
  });
  expect(shelf.product).toEqual({ stock: STOCK - confirmed, unitsSold: confirmed });
  const events = orders
    .prepare("SELECT COUNT(*) FROM event_inbox WHERE consumer = 'orders.settlement'")
    .pluck()
    .get();
  expect(events).toBe(settled.length);
  const products = open('products');
  const likers = new Set(products.prepare('SELECT user_id FROM likes').pluck().all());
  products.close();
  expect(liked.filter((user) => !likers.has(user))).toEqual([]);
  await using recount = run(['tools/recount.ts'], { DATA_DIR: data.path });
  expect([await recount.ended, recount.output()]).toEqual([0, expect.stringContaining('✓ orders')]);
  orders.close();
});
