import { createGroupLoader, createRowLoader } from '../../kit/batch.ts';
import type { PreferencesRepository } from './repository.ts';

export type PreferencesLoaders = ReturnType<typeof createPreferencesLoaders>;

export const createPreferencesLoaders = (repository: PreferencesRepository) => ({
  preferenceById: createRowLoader(repository.listByIds, ({ id }) => id),
  preferencesByUser: createGroupLoader(repository.listByUsers, ({ userId }) => userId),
});
