import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createNotificationsLoaders, type NotificationsLoaders } from './loaders.ts';
import type { NotificationsRepository } from './repository.ts';
import type { NotificationsService } from './service.ts';

/** What lives as long as the process. */
interface NotificationsRoom {
  readonly repository: NotificationsRepository;
  readonly service: NotificationsService;
}

export interface NotificationsContext extends RequestContext, NotificationsRoom {
  readonly loaders: NotificationsLoaders;
}

export const createNotificationsContext = (
  request: RequestContext,
  room: NotificationsRoom,
): NotificationsContext => ({
  ...request,
  ...room,
  loaders: createNotificationsLoaders(room.repository),
});
