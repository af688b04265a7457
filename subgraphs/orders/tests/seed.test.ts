import { describe, expect, it } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createOrdersSubgraph } from '../index.ts';

/** What is kept, beside what a count over orders and their lines gives. */
const KEPT_AND_COUNTED = {
  purchases: [
    'SELECT user_id, product_id, quantity, last_purchased_at FROM purchases ORDER BY user_id, product_id',
    `SELECT user_id, product_id, SUM(quantity) AS quantity, MAX(created_at) AS last_purchased_at
     FROM orders JOIN order_lines ON order_id = id WHERE status = 'CONFIRMED' AND user_id IS NOT NULL
     GROUP BY user_id, product_id ORDER BY user_id, product_id`,
  ],
  'units sold': [
    'SELECT product_id, units_sold FROM product_sales ORDER BY product_id',
    `SELECT product_id, SUM(quantity) AS units_sold
     FROM orders JOIN order_lines ON order_id = id WHERE status = 'CONFIRMED'
     GROUP BY product_id ORDER BY product_id`,
  ],
  metrics: [
    'SELECT * FROM order_metrics WHERE order_count > 0 ORDER BY status',
    `SELECT status, COUNT(*) AS order_count, COUNT(execution_price_minor) AS priced_count,
       COALESCE(SUM(execution_price_minor), 0) AS price_sum_minor,
       MIN(execution_price_minor) AS price_min_minor, MAX(execution_price_minor) AS price_max_minor
     FROM orders GROUP BY status ORDER BY status`,
  ],
  'the prices of orders': [
    'SELECT id, execution_price_minor AS price FROM orders ORDER BY id',
    'SELECT order_id AS id, SUM(execution_price_minor) AS price FROM order_lines GROUP BY order_id ORDER BY order_id',
  ],
} as const;

const TABLES = ['orders', 'order_lines', 'purchases', 'product_sales', 'order_metrics'];
const readAll = (database: Database) =>
  Promise.all(TABLES.map((table) => database.rows(`SELECT * FROM ${table} ORDER BY 1, 2`, [])));

const fill = ({ subgraph, database }: TestSubgraph, owners: number, perOwner: number) =>
  subgraph.seed.atScale(database, { owners, perOwner }, () => {});

describe('the seed of orders', () => {
  it.each(Object.entries(KEPT_AND_COUNTED))('keeps %s as a count gives them', async (_, [kept, counted]) => {
    await using orders = await createTestSubgraph(createOrdersSubgraph);
    const { database } = orders;
    expect(await database.rows(kept, [])).toEqual(await database.rows(counted, []));
    // More owners than one transaction takes.
    await fill(orders, 4_000, 3);
    const rows = await database.rows(kept, []);
    expect(rows).toEqual(await database.rows(counted, []));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('gives each user beyond the sample as many orders as the scale says, of one or two lines', async () => {
    await using orders = await createTestSubgraph(createOrdersSubgraph);
    await fill(orders, 1_100, 7);
    const perUser = await orders.database.rows<{ orders: number }>(
      "SELECT COUNT(*) AS orders FROM orders WHERE user_id > '1000' AND LENGTH(user_id) = 4 GROUP BY user_id",
      [],
    );
    expect(perUser.map((row) => row.orders)).toEqual(Array(100).fill(7));
    const lines = await orders.database.rows<{ count: number }>(
      'SELECT DISTINCT COUNT(*) AS count FROM order_lines WHERE LENGTH(order_id) = 6 GROUP BY order_id ORDER BY 1',
      [],
    );
    expect(lines).toEqual([{ count: 1 }, { count: 2 }]);
  });

  it('goes on where it ended, to the same rows as at once', async () => {
    await using twice = await createTestSubgraph(createOrdersSubgraph);
    await using once = await createTestSubgraph(createOrdersSubgraph);
    await fill(twice, 1_100, 2);
    await fill(twice, 1_300, 2);
    await fill(twice, 1_300, 2);
    await fill(once, 1_300, 2);
    expect(await readAll(twice.database)).toEqual(await readAll(once.database));
  });

  it('writes nothing where no orders are wanted', async () => {
    await using orders = await createTestSubgraph(createOrdersSubgraph);
    const before = await readAll(orders.database);
    await fill(orders, 2_000, 0);
    expect(await readAll(orders.database)).toEqual(before);
  });
});
