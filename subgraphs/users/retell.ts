import { createRetell } from '../../events/index.ts';
import { userRegistered } from './events.ts';
import { createUsersRepository } from './repository.ts';

/** Tells again of all users, as they are. */
export const retell = createRetell({
  domain: 'users',
  list: (database, after, limit) => createUsersRepository(database).listAfter(after, limit),
  message: userRegistered,
});
