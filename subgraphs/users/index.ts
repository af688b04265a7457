import { joinBus } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createAttempts } from './attempts.ts';
import { readUsersConfig } from './config.ts';
import { createUsersContext, type UsersContext } from './context.ts';
import { createUsersRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { retell } from './retell.ts';
import { seed } from './seed.ts';
import { createUsersService } from './service.ts';

/** The domain of users: who they are, and how they sign in. */
export const createUsersSubgraph = defineSubgraph<UsersContext>({
  name: 'users',
  room: import.meta.url,
  resolvers,
  seed,
  retell,
  async start({ database, bus, env, now }) {
    const repository = createUsersRepository(database);
    const { outbox } = joinBus(bus, 'users', database, now);
    const config = await readUsersConfig(env);
    const attempts = createAttempts(database, now);
    const service = createUsersService({ database, repository, outbox, attempts, config, now });
    return (request) => createUsersContext(request, repository, service);
  },
});
