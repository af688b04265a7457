import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createSubscriptionsLoaders, type SubscriptionsLoaders } from './loaders.ts';
import type { SubscriptionsRepository } from './repository.ts';

export interface SubscriptionsContext extends RequestContext {
  readonly loaders: SubscriptionsLoaders;
  readonly repository: SubscriptionsRepository;
}

export const createSubscriptionsContext = (
  request: RequestContext,
  repository: SubscriptionsRepository,
): SubscriptionsContext => ({ ...request, loaders: createSubscriptionsLoaders(repository), repository });
