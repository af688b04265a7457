import { createRowLoader } from '../../kit/batch.ts';
import type { SecurityRepository } from './repository.ts';

export type SecurityLoaders = ReturnType<typeof createSecurityLoaders>;

export const createSecurityLoaders = ({ detections, unitEvents }: SecurityRepository) => ({
  detectionById: createRowLoader(detections.listByIds, ({ id }) => id),
  unitEventById: createRowLoader(unitEvents.listByIds, ({ id }) => id),
});
