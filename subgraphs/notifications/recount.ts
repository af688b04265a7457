import type { Recount } from '../../kit/database/recount.ts';

/** Holds the counts of unread notifications against the notifications, in one statement, which sees one moment. */
export const recount: Recount = async (database) => {
  const rows = await database.rows<{ user_id: string; kept: number; counted: number }>(
    `SELECT user_id, SUM(kept) AS kept, SUM(counted) AS counted
     FROM (
       SELECT user_id, unread_count AS kept, 0 AS counted FROM recipients
       UNION ALL
       SELECT user_id, 0, 1 FROM notifications WHERE is_read = 0 AND user_id IS NOT NULL
     ) both_sides
     GROUP BY user_id HAVING SUM(kept) <> SUM(counted)`,
    [],
  );
  return rows.map(({ user_id, kept, counted }) => ({
    what: `unread notifications of user ${user_id}`,
    kept: Number(kept),
    counted: Number(counted),
  }));
};
