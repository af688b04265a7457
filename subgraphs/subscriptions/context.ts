import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createSubscriptionsLoaders, type SubscriptionsLoaders } from './loaders.ts';
import type { SubscriptionsRepository } from './repository.ts';
import type { SubscriptionsService } from './service.ts';

export interface SubscriptionsContext extends RequestContext {
  readonly loaders: SubscriptionsLoaders;
  readonly repository: SubscriptionsRepository;
  readonly service: SubscriptionsService;
}

export const createSubscriptionsContext = (
  request: RequestContext,
  repository: SubscriptionsRepository,
  service: SubscriptionsService,
): SubscriptionsContext => ({
  ...request,
  loaders: createSubscriptionsLoaders(repository),
  repository,
  service,
});
