import { createPageLoader, createRowLoader } from '../../kit/batch.ts';
import type { ReportsRepository } from './repository.ts';

export type ReportsLoaders = ReturnType<typeof createReportsLoaders>;

export const createReportsLoaders = (repository: ReportsRepository) => ({
  reportById: createRowLoader(repository.listByIds, ({ id }) => id),
  pageByUser: createPageLoader(repository.listByUsers),
});
