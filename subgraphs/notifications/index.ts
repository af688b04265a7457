import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { createNotificationsContext, type NotificationsContext } from './context.ts';
import { createNotificationsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createNotificationsService } from './service.ts';

/** The domain of notifications. */
export const createNotificationsSubgraph = defineSubgraph<NotificationsContext>({
  name: 'notifications',
  room: import.meta.url,
  resolvers,
  seed,
  start({ database, now }) {
    const repository = createNotificationsRepository(database);
    const service = createNotificationsService(database, repository, now);
    return (request) => createNotificationsContext(request, repository, service);
  },
});
