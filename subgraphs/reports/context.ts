import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createReportsLoaders, type ReportsLoaders } from './loaders.ts';
import type { ReportsRepository } from './repository.ts';

export interface ReportsContext extends RequestContext {
  readonly loaders: ReportsLoaders;
}

export const createReportsContext = (
  request: RequestContext,
  repository: ReportsRepository,
): ReportsContext => ({ ...request, loaders: createReportsLoaders(repository) });
