import type { Knex } from 'knex';
import { isConfirmed, type SeedOrder } from './seed-orders.ts';

/** Adds what made orders sold to the kept sales of each product. */
export async function addSales(trx: Knex.Transaction, orders: readonly SeedOrder[]): Promise<void> {
  const units = new Map<string, number>();
  for (const { product, quantity } of orders.filter(isConfirmed).flatMap(({ lines }) => lines)) {
    units.set(product.id, (units.get(product.id) ?? 0) + quantity);
  }
  for (const productId of [...units.keys()].sort()) {
    const sold = units.get(productId) as number;
    await trx('product_sales')
      .insert({ product_id: productId, units_sold: sold })
      .onConflict('product_id')
      .merge({ units_sold: plus(trx, 'product_sales.units_sold', sold) });
  }
}

/** Adds made orders to the kept metrics of their statuses. */
export async function addMetrics(trx: Knex.Transaction, orders: readonly SeedOrder[]): Promise<void> {
  const byStatus = Map.groupBy(orders, ({ status }) => status);
  for (const status of [...byStatus.keys()].sort()) {
    const settled = byStatus.get(status) as SeedOrder[];
    const prices = settled.flatMap(({ priceMinor }) => priceMinor ?? []).sort((a, b) => a - b);
    const sum = prices.reduce((total, price) => total + price, 0);
    const [least, most] = [prices[0], prices.at(-1)];
    await trx('order_metrics')
      .insert({
        status,
        order_count: settled.length,
        priced_count: prices.length,
        price_sum_minor: sum,
        price_min_minor: least ?? null,
        price_max_minor: most ?? null,
      })
      .onConflict('status')
      .merge({
        order_count: plus(trx, 'order_metrics.order_count', settled.length),
        priced_count: plus(trx, 'order_metrics.priced_count', prices.length),
        price_sum_minor: plus(trx, 'order_metrics.price_sum_minor', sum),
        // The least and the most of no price would erase those that are kept.
        ...(least !== undefined && {
          price_min_minor: beyond(trx, 'order_metrics.price_min_minor', '<', least),
        }),
        ...(most !== undefined && {
          price_max_minor: beyond(trx, 'order_metrics.price_max_minor', '>', most),
        }),
      });
  }
}

const plus = (trx: Knex.Transaction, column: string, value: number) => trx.raw('?? + ?', [column, value]);

/** The column where it lies beyond a value, else the value. (The databases name LEAST and GREATEST differently.) */
const beyond = (trx: Knex.Transaction, column: string, operator: '<' | '>', value: number) =>
  trx.raw(`CASE WHEN ?? ${operator} ? THEN ?? ELSE ? END`, [column, value, column, value]);
