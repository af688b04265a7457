import { insertCsv, readCsv } from '../../kit/database/csv.ts';
import { type Seed, seedOwners } from '../../kit/database/seed.ts';
import { fromSqlTime } from '../../kit/database/time.ts';
import { isConfirmed, makeOrder, type SeedOrder, type SeedProduct, seedOrderId } from './seed-orders.ts';
import { addMetrics, addSales } from './totals.ts';

const FOLDER = new URL('../../sql/orders/', import.meta.url);
const TABLES = [
  'known_users',
  'known_products',
  'orders',
  'order_lines',
  'purchases',
  'product_sales',
  'order_metrics',
];

/** The orders of the sample data; beyond the sample's users, as many for each as the scale says. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, TABLES),

  async atScale(database, scale, progress) {
    const products = listProducts();
    const ordersOf = (owner: number) =>
      Array.from({ length: scale.perOwner }, (_, n) => makeOrder(owner, n, products));
    await seedOwners(
      database,
      scale,
      [{ table: 'known_users', columns: ['id'], rowsOf: (owner) => [[String(owner)]] }],
      async (owner) =>
        (await database
          .read('known_users')
          .where({ id: String(owner) })
          .first('id')) !== undefined,
      () => {},
    );
    // Without orders there is no row to tell which owners are done, and nothing to do.
    if (scale.perOwner === 0) return progress(scale.owners, 0);
    await seedOwners(
      database,
      scale,
      [
        {
          table: 'orders',
          columns: [
            'id',
            'user_id',
            'status',
            'pricing',
            'execution_price_minor',
            'created_at',
            'updated_at',
          ],
          rowsOf: (owner) =>
            ordersOf(owner).map(({ id, status, priceMinor, createdAt, updatedAt }) => [
              id,
              String(owner),
              status,
              'LIST',
              priceMinor,
              createdAt,
              updatedAt,
            ]),
        },
        {
          table: 'order_lines',
          columns: [
            'order_id',
            'line_number',
            'product_id',
            'product_name',
            'quantity',
            'unit_price_minor',
            'execution_price_minor',
          ],
          rowsOf: (owner) => ordersOf(owner).flatMap(toLineRows),
        },
        {
          table: 'purchases',
          columns: ['user_id', 'product_id', 'quantity', 'last_purchased_at'],
          rowsOf: (owner) => toPurchaseRows(owner, ordersOf(owner)),
        },
      ],
      async (owner) =>
        (await database
          .read('orders')
          .where({ id: seedOrderId(owner, 0) })
          .first('id')) !== undefined,
      progress,
      async (trx, owners) => {
        const orders = owners.flatMap(ordersOf);
        const counted = orders.map((order) => ({ status: order.status, order: toCounted(order) }));
        await addSales(
          trx,
          counted.filter(({ status }) => status === 'CONFIRMED').map(({ order }) => order),
        );
        await addMetrics(
          trx,
          counted.map((after) => ({ before: null, after })),
        );
      },
    );
  },
};

/** The products as the sample's order lines know them, so that this domain needs no other's data. */
function listProducts(): SeedProduct[] {
  const { columns, rows } = readCsv(FOLDER, 'order_lines');
  const [id, name, price] = ['product_id', 'product_name', 'unit_price_minor'].map((column) =>
    columns.indexOf(column),
  ) as [number, number, number];
  const priced = rows.filter((row) => row[price] !== null);
  const products = new Map(
    priced.map((row) => [
      Number(row[id]),
      { id: String(row[id]), name: String(row[name]), priceMinor: Number(row[price]) },
    ]),
  );
  return [...products].sort(([a], [b]) => a - b).map(([, product]) => product);
}

const toCounted = ({ priceMinor, createdAt, lines }: SeedOrder) => ({
  userId: null,
  executionPriceMinor: priceMinor,
  createdAt: fromSqlTime(createdAt),
  lines: lines.map(({ product, quantity }) => ({ productId: product.id, quantity })),
});

const toLineRows = ({ id, priceMinor, lines }: SeedOrder) =>
  lines.map(({ product, quantity }, i) => [
    id,
    i + 1,
    product.id,
    product.name,
    quantity,
    priceMinor === null ? null : product.priceMinor,
    priceMinor === null ? null : quantity * product.priceMinor,
  ]);

function toPurchaseRows(owner: number, orders: readonly SeedOrder[]) {
  const purchases = new Map<string, { quantity: number; at: string }>();
  for (const { lines, createdAt } of orders.filter(isConfirmed)) {
    for (const { product, quantity } of lines) {
      const before = purchases.get(product.id)?.quantity ?? 0;
      purchases.set(product.id, { quantity: before + quantity, at: createdAt });
    }
  }
  return [...purchases].map(([productId, { quantity, at }]) => [String(owner), productId, quantity, at]);
}
