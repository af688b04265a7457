import type { Database } from '../../kit/database/database.ts';
import { newId } from '../../kit/ids.ts';
import { titleInvalid, type UserError } from './errors.ts';
import type { Security, SecurityRepository } from './repository.ts';

const MAX_TITLE_LENGTH = 200;

/** A security that was created, or why there is none. */
export type CreateSecurityPayload =
  | { readonly security: Security; readonly userErrors: [] }
  | { readonly security: null; readonly userErrors: [UserError] };

export type SecurityService = ReturnType<typeof createSecurityService>;

export function createSecurityService(database: Database, repository: SecurityRepository, now: () => Date) {
  return {
    async create(userId: string, text: string): Promise<CreateSecurityPayload> {
      const title = text.trim();
      if (title === '' || title.length > MAX_TITLE_LENGTH)
        return { security: null, userErrors: [titleInvalid] };
      const at = now().toISOString();
      const security = { id: newId(), userId, title, createdAt: at, updatedAt: at };
      await database.transaction((trx) => repository.insert(trx, security));
      return { security, userErrors: [] };
    },
  };
}
