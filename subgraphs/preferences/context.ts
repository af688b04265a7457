import type { RequestContext } from '../../kit/server/subgraph.ts';
import { createPreferencesLoaders, type PreferencesLoaders } from './loaders.ts';
import type { PreferencesRepository } from './repository.ts';

export interface PreferencesContext extends RequestContext {
  readonly loaders: PreferencesLoaders;
}

export const createPreferencesContext = (
  request: RequestContext,
  repository: PreferencesRepository,
): PreferencesContext => ({ ...request, loaders: createPreferencesLoaders(repository) });
