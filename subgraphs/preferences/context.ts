import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createPreferencesLoaders, type PreferencesLoaders } from './loaders.ts';
import type { PreferencesRepository } from './repository.ts';
import type { PreferencesService } from './service.ts';

export interface PreferencesContext extends RequestContext {
  readonly loaders: PreferencesLoaders;
  readonly service: PreferencesService;
}

export const createPreferencesContext = (
  request: RequestContext,
  repository: PreferencesRepository,
  service: PreferencesService,
): PreferencesContext => ({ ...request, loaders: createPreferencesLoaders(repository), service });
