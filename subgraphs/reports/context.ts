import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createReportsLoaders, type ReportsLoaders } from './loaders.ts';
import type { ReportsRepository } from './repository.ts';
import type { ReportsService } from './service.ts';

export interface ReportsContext extends RequestContext {
  readonly loaders: ReportsLoaders;
  readonly repository: ReportsRepository;
  readonly service: ReportsService;
}

export const createReportsContext = (
  request: RequestContext,
  repository: ReportsRepository,
  service: ReportsService,
): ReportsContext => ({ ...request, loaders: createReportsLoaders(repository), repository, service });
