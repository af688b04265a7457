import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningProgram } from '../process.ts';
import { type Deployment, deploy } from './deployment.ts';

const STOCK = 120;
const LEAST_IN_FLIGHT = 20;
/** RabbitMQ 3.10 that is killed within a second of a quorum queue's creation finds no leader for it for a minute. */
const QUEUES_SETTLE_MS = 4_000;

let deployment: Deployment;
let workers: RunningProgram[];
beforeAll(async () => {
  deployment = await deploy();
  workers = [await deployment.startWorker(), await deployment.startWorker()];
  await sleep(QUEUES_SETTLE_MS);
});
afterAll(() => deployment?.[Symbol.asyncDispose]());

let symbols = 0;

/** Adds a product, and waits until orders know of it. */
async function addProduct(stock = STOCK): Promise<string> {
  const input = { symbol: `Q0${symbols++}`, kind: 'GOODS', name: 'Survivor', price: '5.00', stock };
  const { product } = await deployment.mutate('products', 'createProduct', input);
  const find = () => deployment.rows('SELECT id FROM orders.known_products WHERE id = ?', [product.id]);
  await expect.poll(async () => (await find()).length, { timeout: 20_000 }).toBe(1);
  return product.id;
}

const countPending = async () => {
  const [row] = await deployment.rows<{ n: number }>(
    "SELECT COUNT(*) AS n FROM orders.orders WHERE status = 'PENDING'",
  );
  return Number(row?.n);
};

/** Pause between likes: they are to go on all the time, and not to be what the machine is busy with. */
const LIKE_EVERY_MS = 20;

let likers = 5_000;

/** What servers took of orders, by their ids, and of likes, by their users. */
interface Taken {
  readonly taken: readonly string[];
  readonly liked: readonly string[];
}

/** Places orders as fast as the server takes them until told to stop, and likes the product meanwhile. */
function placeSteadily(productId: string, lanes = 16) {
  const taken: string[] = [];
  const liked: string[] = [];
  let stopped = false;
  const lane = async () => {
    for (let user = 1; !stopped; user = 1 + (user % 1_000)) {
      const input = { userId: String(user), lines: [{ productId, quantity: 1 }] };
      const payload = await deployment.mutate('orders', 'placeOrder', input);
      if (payload?.order) taken.push(payload.order.id);
      else await sleep(50);
    }
  };
  const like = async () => {
    for (; !stopped; await sleep(LIKE_EVERY_MS)) {
      const user = String(likers++);
      if ((await deployment.mutate('products', 'likeProduct', { productId }, user))?.product)
        liked.push(user);
    }
  };
  const done = Promise.all([like(), ...Array.from({ length: lanes }, lane)]);
  return {
    taken,
    liked,
    async stop() {
      stopped = true;
      await done;
    },
  };
}

async function untilInFlight(): Promise<void> {
  await expect.poll(countPending, { timeout: 30_000, interval: 1 }).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
}

/** Every order that was taken is settled once, nothing is sold twice, no like is lost, and all that is kept is right. */
async function expectAllIsWell(productId: string, { taken, liked }: Taken): Promise<void> {
  await expect.poll(countPending, { timeout: 90_000, interval: 100 }).toBe(0);
  const settled = await deployment.rows<{ id: string; status: string }>(
    'SELECT o.id, o.status FROM orders.orders o JOIN orders.order_lines l ON l.order_id = o.id WHERE l.product_id = ?',
    [productId],
  );
  const known = new Set(settled.map(({ id }) => id));
  expect(taken.filter((id) => !known.has(id))).toEqual([]);
  const confirmed = settled.filter(({ status }) => status === 'CONFIRMED').length;
  expect(settled.filter(({ status }) => status === 'REJECTED')).toHaveLength(settled.length - confirmed);
  expect(confirmed).toBe(Math.min(STOCK, settled.length));
  const [shelf] = await deployment.rows(
    `SELECT p.stock, s.units_sold AS sold FROM products.products p
     LEFT JOIN orders.product_sales s ON s.product_id = p.id WHERE p.id = ?`,
    [productId],
  );
  expect(shelf).toEqual({ stock: STOCK - confirmed, sold: confirmed });
  const likes = await deployment.rows<{ user_id: string }>(
    'SELECT user_id FROM products.likes WHERE product_id = ?',
    [productId],
  );
  const present = new Set(likes.map(({ user_id }) => user_id));
  expect(liked.filter((user) => !present.has(user))).toEqual([]);
  expect(liked.length).toBeGreaterThan(0);
  const [letters] = await deployment.rows<{ n: number }>(
    `SELECT ${['orders', 'products', 'workflows', 'notifications']
      .map((domain) => `(SELECT COUNT(*) FROM ${domain}.event_dead_letters)`)
      .join(' + ')} AS n`,
  );
  expect(Number(letters?.n)).toBe(0);
  expect(await deployment.recount()).toEqual([0, '✓ products\n✓ orders\n']);
  for (const { child } of deployment.servers) expect(child.exitCode).toBeNull();
}

describe('every order that was taken is settled exactly once', () => {
  it('when a worker is killed with orders in hand', async () => {
    const productId = await addProduct();
    const placing = placeSteadily(productId);
    await untilInFlight();
    const [victim] = workers.splice(0, 1) as [RunningProgram];
    victim.child.kill('SIGKILL');
    await victim.ended;
    expect(await countPending()).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
    await sleep(1_000);
    await placing.stop();
    workers.push(await deployment.startWorker());
    await expectAllIsWell(productId, placing);
  });

  it('when the broker is killed, and orders are placed through ten seconds without it', async () => {
    const productId = await addProduct();
    const placing = placeSteadily(productId, 4);
    await untilInFlight();
    await deployment.rabbitmq.kill();
    const before = placing.taken.length;
    await sleep(10_000);
    const meanwhile = placing.taken.length - before;
    await placing.stop();
    expect(meanwhile).toBeGreaterThan(LEAST_IN_FLIGHT);
    expect(await countPending()).toBeGreaterThanOrEqual(meanwhile);
    await deployment.rabbitmq.restart();
    await expectAllIsWell(productId, placing);
    for (const { child } of workers) expect(child.exitCode).toBeNull();
  });

  it('when the database is killed', async () => {
    const productId = await addProduct();
    const placing = placeSteadily(productId);
    await untilInFlight();
    await deployment.mariadb.kill();
    await sleep(2_000);
    await deployment.mariadb.restart();
    expect(await countPending()).toBeGreaterThanOrEqual(LEAST_IN_FLIGHT);
    await sleep(1_000);
    await placing.stop();
    await expectAllIsWell(productId, placing);
    for (const { child } of workers) expect(child.exitCode).toBeNull();
  });
});

describe('a worker says whether it can work', () => {
  const readinessOf = async (worker: RunningProgram) => {
    const [, address] = await worker.printed(/is ready at (http:[^"\s]+)/);
    const response = await fetch(`${address}/health/ready`);
    const { needs } = (await response.json()) as { needs: object };
    return { status: response.status, needs };
  };
  const expectReadiness = (status: number, needs: Record<string, string>) =>
    expect
      .poll(() => readinessOf(workers[0] as RunningProgram), { timeout: 30_000 })
      .toEqual({ status, needs });

  it('while its database and its broker answer, and while they do not', async () => {
    await expectReadiness(200, { database: 'up', broker: 'up' });
    await deployment.rabbitmq.kill();
    await expectReadiness(503, { database: 'up', broker: 'down' });
    await deployment.rabbitmq.restart();
    await expectReadiness(200, { database: 'up', broker: 'up' });
    await deployment.mariadb.kill();
    await expectReadiness(503, { database: 'down', broker: 'up' });
    await deployment.mariadb.restart();
    await expectReadiness(200, { database: 'up', broker: 'up' });
  });
});

describe('many at once on a database server', () => {
  it('of a hundred orders for ten units, exactly ten are confirmed', async () => {
    const productId = await addProduct(10);
    const input = (i: number) => ({ userId: String(1 + i), lines: [{ productId, quantity: 1 }], wait: true });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => deployment.mutate('orders', 'placeOrder', input(i))),
    );
    // Who waits for too long is given the order as it is then.
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused).toEqual(Array(refused.length).fill({ code: 'INSUFFICIENT_STOCK' }));
    await expect.poll(countPending, { timeout: 90_000, interval: 100 }).toBe(0);
    const ends = await deployment.rows<{ status: string; code: string | null; n: number }>(
      `SELECT o.status, o.rejection_code AS code, COUNT(*) AS n FROM orders.orders o
       JOIN orders.order_lines l ON l.order_id = o.id WHERE l.product_id = ?
       GROUP BY o.status, o.rejection_code ORDER BY o.status`,
      [productId],
    );
    expect(ends).toEqual([
      { status: 'CONFIRMED', code: null, n: 10 },
      { status: 'REJECTED', code: 'INSUFFICIENT_STOCK', n: 90 },
    ]);
    expect(await deployment.recount()).toEqual([0, '✓ products\n✓ orders\n']);
  });

  it('likes are counted one for each user, also when they come twice', async () => {
    const productId = await addProduct();
    const users = Array.from({ length: 50 }, (_, i) => String(5_000 + i));
    const answers = await Promise.all(
      [...users, ...users].map((user) => deployment.mutate('products', 'likeProduct', { productId }, user)),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(50);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual(
      Array(50).fill({ code: 'ALREADY_LIKED' }),
    );
    const [row] = await deployment.rows('SELECT like_count FROM products.products WHERE id = ?', [productId]);
    expect(row).toEqual({ like_count: 50 });
  });
});
