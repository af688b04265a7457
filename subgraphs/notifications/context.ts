import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createNotificationsLoaders, type NotificationsLoaders } from './loaders.ts';
import type { NotificationsRepository } from './repository.ts';
import type { NotificationsService } from './service.ts';

export interface NotificationsContext extends RequestContext {
  readonly loaders: NotificationsLoaders;
  readonly repository: NotificationsRepository;
  readonly service: NotificationsService;
}

export const createNotificationsContext = (
  request: RequestContext,
  repository: NotificationsRepository,
  service: NotificationsService,
): NotificationsContext => ({
  ...request,
  loaders: createNotificationsLoaders(repository),
  repository,
  service,
});
