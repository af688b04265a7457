import type { Recount } from '../../kit/database/recount.ts';

/** The slot of an entry in the counters of each period. */
const SLOTS = {
  TOTAL: "''",
  DAY: 'SUBSTR(occurred_at, 1, 10)',
  MINUTE: 'SUBSTR(occurred_at, 1, 16)',
  LOCATION: 'CAST(location AS CHAR)',
};

const entriesBy = ([period, slot]: [string, string]) => `
    SELECT kind, category, '${period}' AS period, ${slot} AS slot, 0 AS kept, COUNT(*) AS counted
    FROM report_entries WHERE ${period === 'LOCATION' ? 'location IS NOT NULL' : '1 = 1'}
    GROUP BY kind, category${period === 'TOTAL' ? '' : `, ${slot}`}`;

// One statement, which sees one moment: counting and pruning may go on meanwhile.
const COUNTERS = `
  SELECT kind, category, period, slot, SUM(kept) AS kept, SUM(counted) AS counted
  FROM (
    SELECT kind, category, period, slot, counted AS kept, pruned AS counted FROM report_counters
    UNION ALL ${Object.entries(SLOTS).map(entriesBy).join('\n    UNION ALL ')}
  ) both_sides
  GROUP BY kind, category, period, slot HAVING SUM(kept) <> SUM(counted)`;

interface Row {
  readonly kind: string;
  readonly category: string;
  readonly period: string;
  readonly slot: string;
  readonly kept: number;
  readonly counted: number;
}

/** Holds each counter against its entries, and those of them that were pruned. */
export const recount: Recount = async (database) =>
  (await database.rows<Row>(COUNTERS, [])).map(({ kind, category, period, slot, kept, counted }) => ({
    what: `${kind} ${category} by ${period} ${slot}`.trimEnd(),
    kept: Number(kept),
    counted: Number(counted),
  }));
