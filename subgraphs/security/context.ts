import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createSecurityLoaders, type SecurityLoaders } from './loaders.ts';
import type { SecurityRepository } from './repository.ts';
import type { SecurityService } from './service.ts';

export interface SecurityContext extends RequestContext {
  readonly loaders: SecurityLoaders;
  readonly repository: SecurityRepository;
  readonly service: SecurityService;
}

export const createSecurityContext = (
  request: RequestContext,
  repository: SecurityRepository,
  service: SecurityService,
): SecurityContext => ({ ...request, loaders: createSecurityLoaders(repository), repository, service });
