import type { Recount } from '../../kit/database/recount.ts';
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
  SELECT user_id, product_id, SUM(kept) AS kept, SUM(counted) AS counted
  FROM (
    SELECT user_id, product_id, quantity AS kept, 0 AS counted FROM purchases
    UNION ALL
    SELECT o.user_id, l.product_id, 0, l.quantity FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE o.status = 'CONFIRMED' AND o.user_id IS NOT NULL
  ) both_sides
  GROUP BY user_id, product_id HAVING SUM(kept) <> SUM(counted)`;

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

/** Holds sales, purchases and metrics against the orders themselves. */
export const recount: Recount = async (database) => {
  type Row = { product_id: string; user_id?: string; kept: number; counted: number };
  const sales = await database.rows<Row>(SALES, []);
  const purchases = await database.rows<Row>(PURCHASES, []);
  const metrics = await database.rows<Metrics>(METRICS, []);
  return [
    ...sales.map((row) => ({ what: `units sold of product ${row.product_id}`, ...row })),
    ...purchases.map((row) => ({
      what: `purchases of user ${row.user_id} of product ${row.product_id}`,
      ...row,
    })),
    ...ORDER_STATUSES.flatMap((status) => compareMetrics(status, metrics)),
  ].map(({ what, kept, counted }) => ({ what, kept: Number(kept), counted: Number(counted) }));
};

function compareMetrics(status: string, rows: readonly Metrics[]) {
  const side = (name: Metrics['side']) => rows.find((row) => row.status === status && row.side === name);
  const fields = ['orders', 'priced', 'total', 'least', 'most'] as const;
  return fields.flatMap((field) => {
    const kept = Number(side('kept')?.[field] ?? 0);
    const counted = Number(side('counted')?.[field] ?? 0);
    return kept === counted ? [] : [{ what: `${field} of ${status} orders`, kept, counted }];
  });
}
