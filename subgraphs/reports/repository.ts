import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

/** A report of an user. Times are ISO 8601 in UTC. */
export interface Report {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface ReportRow {
  id: string;
  user_id: string;
  title: string;
  created_at: string;
  updated_at: string;
}

const COLUMNS = ['id', 'user_id', 'title', 'created_at', 'updated_at'];

const byCreation = [
  { column: 'created_at', type: 'time', value: ({ createdAt }) => isoToSqlTime(createdAt) },
  { column: 'id', type: 'text', value: ({ id }) => id },
] as const satisfies Keyset<Report>['columns'];

/** The orders that reports can be listed in, all of them or one user's. */
export const REPORT_ORDERS = {
  CREATED_AT_ASC: { name: 'reports.created_at.asc', columns: byCreation, descending: false },
  CREATED_AT_DESC: { name: 'reports.created_at.desc', columns: byCreation, descending: true },
} satisfies Record<string, Keyset<Report>>;

export type ReportsRepository = ReturnType<typeof createReportsRepository>;

export function createReportsRepository(database: Database) {
  const reports = () => database.read('reports').select<ReportRow[]>(COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Report[]> {
      return (await reports().whereIn('id', ids)).map(toReport);
    },

    async list(page: PageRequest<Report>): Promise<Report[]> {
      const rows: ReportRow[] = await limitToPage(reports(), page);
      return rows.map(toReport);
    },

    /** A page of each user's reports, in the order of the ids. */
    async listByUsers(userIds: readonly string[], page: PageRequest<Report>): Promise<Report[][]> {
      const pages = await pageByParent<ReportRow, Report>(
        database,
        userIds,
        page,
        (userId) => reports().where({ user_id: userId }),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toReport));
    },

    async insert(trx: Knex.Transaction, report: Report): Promise<void> {
      await trx('reports').insert({
        id: report.id,
        user_id: report.userId,
        title: report.title,
        created_at: isoToSqlTime(report.createdAt),
        updated_at: isoToSqlTime(report.updatedAt),
      });
    },
  };
}

const toReport = (row: ReportRow): Report => ({
  id: row.id,
  userId: row.user_id,
  title: row.title,
  createdAt: fromSqlTime(row.created_at),
  updatedAt: fromSqlTime(row.updated_at),
});
