import type { Knex } from 'knex';
import { pageByParent } from '../../kit/batch.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

/** A workflow of an user. Times are ISO 8601 in UTC. */
export interface Workflow {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface WorkflowRow {
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
] as const satisfies Keyset<Workflow>['columns'];

/** The orders that workflows can be listed in, all of them or one user's. */
export const WORKFLOW_ORDERS = {
  CREATED_AT_ASC: { name: 'workflows.created_at.asc', columns: byCreation, descending: false },
  CREATED_AT_DESC: { name: 'workflows.created_at.desc', columns: byCreation, descending: true },
} satisfies Record<string, Keyset<Workflow>>;

export type WorkflowsRepository = ReturnType<typeof createWorkflowsRepository>;

export function createWorkflowsRepository(database: Database) {
  const workflows = () => database.read('workflows').select<WorkflowRow[]>(COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Workflow[]> {
      return (await workflows().whereIn('id', ids)).map(toWorkflow);
    },

    async list(page: PageRequest<Workflow>): Promise<Workflow[]> {
      const rows: WorkflowRow[] = await limitToPage(workflows(), page);
      return rows.map(toWorkflow);
    },

    /** A page of each user's workflows, in the order of the ids. */
    async listByUsers(userIds: readonly string[], page: PageRequest<Workflow>): Promise<Workflow[][]> {
      const pages = await pageByParent<WorkflowRow, Workflow>(
        database,
        userIds,
        page,
        (userId) => workflows().where({ user_id: userId }),
        (row) => row.user_id,
      );
      return pages.map((rows) => rows.map(toWorkflow));
    },

    async insert(trx: Knex.Transaction, workflow: Workflow): Promise<void> {
      await trx('workflows').insert({
        id: workflow.id,
        user_id: workflow.userId,
        title: workflow.title,
        created_at: isoToSqlTime(workflow.createdAt),
        updated_at: isoToSqlTime(workflow.updatedAt),
      });
    },
  };
}

const toWorkflow = (row: WorkflowRow): Workflow => ({
  id: row.id,
  userId: row.user_id,
  title: row.title,
  createdAt: fromSqlTime(row.created_at),
  updatedAt: fromSqlTime(row.updated_at),
});
