import type { Database } from '../../kit/database/database.ts';
import { newId } from '../../kit/ids.ts';
import { titleInvalid, type UserError } from './errors.ts';
import type { Notification, NotificationsRepository } from './repository.ts';

const MAX_TITLE_LENGTH = 200;

/** A notification that was created, or why there is none. */
export type CreateNotificationPayload =
  | { readonly notification: Notification; readonly userErrors: [] }
  | { readonly notification: null; readonly userErrors: [UserError] };

export type NotificationsService = ReturnType<typeof createNotificationsService>;

export function createNotificationsService(
  database: Database,
  repository: NotificationsRepository,
  now: () => Date,
) {
  return {
    async create(userId: string, text: string): Promise<CreateNotificationPayload> {
      const title = text.trim();
      if (title === '' || title.length > MAX_TITLE_LENGTH)
        return { notification: null, userErrors: [titleInvalid] };
      const at = now().toISOString();
      const notification = { id: newId(), userId, title, createdAt: at, updatedAt: at };
      await database.transaction((trx) => repository.insert(trx, notification));
      return { notification, userErrors: [] };
    },
  };
}
