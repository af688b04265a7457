import { createPageLoader, createRowLoader } from '../../kit/batch.ts';
import type { SubscriptionsRepository } from './repository.ts';

export type SubscriptionsLoaders = ReturnType<typeof createSubscriptionsLoaders>;

export const createSubscriptionsLoaders = (repository: SubscriptionsRepository) => ({
  subscriptionById: createRowLoader(repository.listByIds, ({ id }) => id),
  activeByUser: createRowLoader(repository.listActiveByUsers, ({ userId }) => userId),
  /** The user's id back, where the user has or had a subscription. */
  subscriber: createRowLoader(repository.listSubscribers, (userId) => userId),
  pageByUser: createPageLoader(repository.listByUsers),
});
