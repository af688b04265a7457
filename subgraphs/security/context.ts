import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createSecurityLoaders, type SecurityLoaders } from './loaders.ts';
import type { SecurityRepository } from './repository.ts';
import type { SecurityService } from './service.ts';
import type { Simulations } from './simulations.ts';

/** What lives as long as the process. */
interface SecurityRoom {
  readonly repository: SecurityRepository;
  readonly service: SecurityService;
  readonly simulations: Simulations;
}

export interface SecurityContext extends RequestContext, SecurityRoom {
  readonly loaders: SecurityLoaders;
}

export const createSecurityContext = (request: RequestContext, room: SecurityRoom): SecurityContext => ({
  ...request,
  ...room,
  loaders: createSecurityLoaders(room.repository),
});
