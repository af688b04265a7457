import { createRowLoader } from '../../kit/batch.ts';
import type { UsersRepository } from './repository.ts';

export type UsersLoaders = ReturnType<typeof createUsersLoaders>;

export const createUsersLoaders = (repository: UsersRepository) => ({
  userById: createRowLoader(repository.listByIds, (user) => user.id),
});
