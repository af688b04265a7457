import { joinBus } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { readNotificationsConfig } from './config.ts';
import { createNotificationsContext, type NotificationsContext } from './context.ts';
import { leaveProcessing, startProcessing } from './processing.ts';
import { recount } from './recount.ts';
import { createNotificationsRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createNotificationsService } from './service.ts';

/** The domain of notifications: what users and locations were told, and the webhooks that tell it outside. */
export const createNotificationsSubgraph = defineSubgraph<NotificationsContext>({
  name: 'notifications',
  room: import.meta.url,
  resolvers,
  seed,
  recount,
  start({ database, bus: messageBus, env, log, metrics, tracing, now, onStop }) {
    const config = readNotificationsConfig(env);
    const repository = createNotificationsRepository(database);
    const bus = joinBus(messageBus, 'notifications', database, now);
    const service = createNotificationsService({ database, repository, now });
    if (config.processesInside)
      onStop(startProcessing({ bus, database, config, log, metrics, tracing, now }).stop);
    else leaveProcessing({ bus, config, now });
    return (request) => createNotificationsContext(request, { repository, service });
  },
});
