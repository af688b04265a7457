import { createRetell } from '../../events/index.ts';
import { userUpdated } from './events.ts';
import { createUsersRepository } from './repository.ts';

/** Tells again of all users, as they are. */
export const retell = createRetell({
  domain: 'users',
  list: (database, after, limit) => createUsersRepository(database).listAfter(after, limit),
  // To whoever greets the new, or counts them, nobody is new.
  message: userUpdated,
});
