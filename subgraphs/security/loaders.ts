import { createPageLoader, createRowLoader } from '../../kit/batch.ts';
import type { SecurityRepository } from './repository.ts';

export type SecurityLoaders = ReturnType<typeof createSecurityLoaders>;

export const createSecurityLoaders = (repository: SecurityRepository) => ({
  securityById: createRowLoader(repository.listByIds, ({ id }) => id),
  pageByUser: createPageLoader(repository.listByUsers),
});
