import type { Drift, Recount } from '../../kit/database/recount.ts';
import { fromSqlTime } from '../../kit/database/time.ts';
import { ORDER_STATUSES } from './repository.ts';

// Each is one statement, which sees one moment: orders may go on being settled meanwhile.

const SALES = `
  SELECT product_id, SUM(kept) AS kept, SUM(counted) AS counted
  FROM (
    SELECT product_id, units_sold AS kept, 0 AS counted FROM product_sales
    UNION ALL
    SELECT l.product_id, 0, l.quantity FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.status = 'CONFIRMED'
  ) both_sides
  GROUP BY product_id HAVING SUM(kept) <> SUM(counted)`;

const PURCHASES = `
  SELECT user_id, product_id, SUM(kept) AS kept, SUM(counted) AS counted, MAX(kept_at) AS kept_at, MAX(counted_at) AS counted_at
  FROM (
    SELECT user_id, product_id, quantity AS kept, 0 AS counted, last_purchased_at AS kept_at, NULL AS counted_at FROM purchases
    UNION ALL
    SELECT o.user_id, l.product_id, 0, l.quantity, NULL, o.created_at FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE o.status = 'CONFIRMED' AND o.user_id IS NOT NULL
  ) both_sides
  GROUP BY user_id, product_id HAVING SUM(kept) <> SUM(counted) OR MAX(kept_at) <> MAX(counted_at)`;

const METRICS = `
  SELECT s.status, 'kept' AS side, m.order_count AS orders, m.priced_count AS priced, m.price_sum_minor AS total,
    m.price_min_minor AS least, m.price_max_minor AS most
  FROM (${ORDER_STATUSES.map((status) => `SELECT '${status}' AS status`).join(' UNION ALL ')}) s
  LEFT JOIN order_metrics m ON m.status = s.status
  UNION ALL
  SELECT status, 'counted', COUNT(*), COUNT(execution_price_minor), SUM(execution_price_minor),
    MIN(execution_price_minor), MAX(execution_price_minor)
  FROM orders GROUP BY status`;

interface Metrics {
  readonly status: string;
  readonly side: 'kept' | 'counted';
  readonly orders: number | null;
  readonly priced: number | null;
  readonly total: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

interface Sums {
  readonly product_id: string;
  readonly kept: number;
  readonly counted: number;
}

interface Purchases extends Sums {
  readonly user_id: string;
  readonly kept_at: string | null;
  readonly counted_at: string | null;
}

/** Holds sales, purchases and metrics against the orders themselves. */
export const recount: Recount = async (database) => {
  const sales = await database.rows<Sums>(SALES, []);
  const purchases = await database.rows<Purchases>(PURCHASES, []);
  const metrics = await database.rows<Metrics>(METRICS, []);
  return [
    ...sales.flatMap((row) => compare(`units sold of product ${row.product_id}`, row)),
    ...purchases.flatMap(comparePurchases),
    ...ORDER_STATUSES.flatMap((status) => compareMetrics(status, metrics)),
  ];
};

const compare = (what: string, row: { readonly kept: unknown; readonly counted: unknown }): Drift[] => {
  const [kept, counted] = [Number(row.kept), Number(row.counted)];
  return kept === counted ? [] : [{ what, kept, counted }];
};

function comparePurchases({ user_id, product_id, kept_at, counted_at, ...sums }: Purchases): Drift[] {
  const purchases = `purchases of user ${user_id} of product ${product_id}`;
  const quantities = compare(purchases, sums);
  if (kept_at === null || counted_at === null || kept_at === counted_at) return quantities;
  return [
    ...quantities,
    { what: `the latest of the ${purchases}`, kept: fromSqlTime(kept_at), counted: fromSqlTime(counted_at) },
  ];
}

function compareMetrics(status: string, rows: readonly Metrics[]): Drift[] {
  const side = (name: Metrics['side']) => rows.find((row) => row.status === status && row.side === name);
  const fields = ['orders', 'priced', 'total', 'least', 'most'] as const;
  return fields.flatMap((field) => {
    const [kept, counted] = [side('kept')?.[field] ?? 0, side('counted')?.[field] ?? 0];
    return compare(`${field} of ${status} orders`, { kept, counted });
  });
}
