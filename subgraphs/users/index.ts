import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { readUsersConfig } from './config.ts';
import { createUsersContext, type UsersContext } from './context.ts';
import { createUsersRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createUsersService } from './service.ts';

/** The domain of users: who they are, and how they sign in. */
export const createUsersSubgraph = defineSubgraph<UsersContext>({
  name: 'users',
  room: import.meta.url,
  resolvers,
  seed,
  async start({ database, env, now }) {
    const repository = createUsersRepository(database);
    const service = createUsersService(repository, await readUsersConfig(env), now);
    return (request) => createUsersContext(request, repository, service);
  },
});
