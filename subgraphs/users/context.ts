import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createUsersLoaders, type UsersLoaders } from './loaders.ts';
import type { UsersRepository } from './repository.ts';
import type { UsersService } from './service.ts';

export interface UsersContext extends RequestContext {
  readonly loaders: UsersLoaders;
  readonly repository: UsersRepository;
  readonly service: UsersService;
}

export const createUsersContext = (
  request: RequestContext,
  repository: UsersRepository,
  service: UsersService,
): UsersContext => ({ ...request, loaders: createUsersLoaders(repository), repository, service });
