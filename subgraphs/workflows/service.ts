import type { Database } from '../../kit/database/database.ts';
import { newId } from '../../kit/ids.ts';
import { titleInvalid, type UserError } from './errors.ts';
import type { Workflow, WorkflowsRepository } from './repository.ts';

const MAX_TITLE_LENGTH = 200;

/** A workflow that was created, or why there is none. */
export type CreateWorkflowPayload =
  | { readonly workflow: Workflow; readonly userErrors: [] }
  | { readonly workflow: null; readonly userErrors: [UserError] };

export type WorkflowsService = ReturnType<typeof createWorkflowsService>;

export function createWorkflowsService(database: Database, repository: WorkflowsRepository, now: () => Date) {
  return {
    async create(userId: string, text: string): Promise<CreateWorkflowPayload> {
      const title = text.trim();
      if (title === '' || title.length > MAX_TITLE_LENGTH)
        return { workflow: null, userErrors: [titleInvalid] };
      const at = now().toISOString();
      const workflow = { id: newId(), userId, title, createdAt: at, updatedAt: at };
      await database.transaction((trx) => repository.insert(trx, workflow));
      return { workflow, userErrors: [] };
    },
  };
}
