import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

/** A security of an user. Times are ISO 8601 in UTC. */
export interface Security {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface SecurityRow {
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
] as const satisfies Keyset<Security>['columns'];

/** The orders that securities can be listed in, all of them or one user's. */
export const SECURITY_ORDERS = {
  CREATED_AT_ASC: { name: 'securities.created_at.asc', columns: byCreation, descending: false },
  CREATED_AT_DESC: { name: 'securities.created_at.desc', columns: byCreation, descending: true },
} satisfies Record<string, Keyset<Security>>;

export type SecurityRepository = ReturnType<typeof createSecurityRepository>;

export function createSecurityRepository(database: Database) {
  const securities = () => database.read('securities').select<SecurityRow[]>(COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Security[]> {
      return (await securities().whereIn('id', ids)).map(toSecurity);
    },

    async list(page: PageRequest<Security>): Promise<Security[]> {
      const rows: SecurityRow[] = await limitToPage(securities(), page);
      return rows.map(toSecurity);
    },

    /** A page of each user's securities, in the order of the ids. */
    async listByUsers(userIds: readonly string[], page: PageRequest<Security>): Promise<Security[][]> {
      const pages = await pageByParent<SecurityRow, Security>(
        database,
        userIds,
        page,
        (userId) => securities().where({ user_id: userId }),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toSecurity));
    },

    async insert(trx: Knex.Transaction, security: Security): Promise<void> {
      await trx('securities').insert({
        id: security.id,
        user_id: security.userId,
        title: security.title,
        created_at: isoToSqlTime(security.createdAt),
        updated_at: isoToSqlTime(security.updatedAt),
      });
    },
  };
}

const toSecurity = (row: SecurityRow): Security => ({
  id: row.id,
  userId: row.user_id,
  title: row.title,
  createdAt: fromSqlTime(row.created_at),
  updatedAt: fromSqlTime(row.updated_at),
});
