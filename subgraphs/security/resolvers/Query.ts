import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import { toDetectionConditions, toUnitEventConditions } from '../filters.ts';
import { DETECTION_ORDERS, UNIT_EVENT_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

export const Query: QueryResolvers = {
  detection(_, { id }, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.detectionById.load(parseId(id));
  },

  async detections(_, { filter, orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, DETECTION_ORDERS[orderBy ?? 'DETECTED_AT_DESC']);
    return toConnection(await repository.detections.list(toDetectionConditions(filter), page), page);
  },

  unitEvent(_, { id }, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.unitEventById.load(parseId(id));
  },

  async unitEvents(_, { filter, orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, UNIT_EVENT_ORDERS[orderBy ?? 'REPORTED_AT_DESC']);
    return toConnection(await repository.unitEvents.list(toUnitEventConditions(filter), page), page);
  },

  simulations(_, __, { viewer, simulations }) {
    requireAdmin(viewer);
    return simulations.list();
  },
};
