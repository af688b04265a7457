import type { Database } from '../../kit/database/database.ts';
import { newId } from '../../kit/ids.ts';
import { titleInvalid, type UserError } from './errors.ts';
import type { Report, ReportsRepository } from './repository.ts';

const MAX_TITLE_LENGTH = 200;

/** A report that was created, or why there is none. */
export type CreateReportPayload =
  | { readonly report: Report; readonly userErrors: [] }
  | { readonly report: null; readonly userErrors: [UserError] };

export type ReportsService = ReturnType<typeof createReportsService>;

export function createReportsService(database: Database, repository: ReportsRepository, now: () => Date) {
  return {
    async create(userId: string, text: string): Promise<CreateReportPayload> {
      const title = text.trim();
      if (title === '' || title.length > MAX_TITLE_LENGTH)
        return { report: null, userErrors: [titleInvalid] };
      const at = now().toISOString();
      const report = { id: newId(), userId, title, createdAt: at, updatedAt: at };
      await database.transaction((trx) => repository.insert(trx, report));
      return { report, userErrors: [] };
    },
  };
}
