import type { Recount } from '../../kit/database/recount.ts';

/** Holds the counts of likes against the likes themselves, in one statement, which sees one moment. */
export const recount: Recount = async (database) => {
  const rows = await database.rows<{ id: string; kept: number; counted: number }>(
    `SELECT p.id, p.like_count AS kept, COUNT(l.user_id) AS counted
     FROM products p LEFT JOIN likes l ON l.product_id = p.id
     GROUP BY p.id, p.like_count HAVING p.like_count <> COUNT(l.user_id)`,
    [],
  );
  return rows.map(({ id, kept, counted }) => ({ what: `likes of product ${id}`, kept, counted }));
};
