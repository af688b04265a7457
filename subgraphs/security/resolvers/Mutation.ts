import { toPayload } from '../../../kit/rejection.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  reportDetection(_, { input }, { viewer, service }) {
    return toPayload('detection', service.reportDetection(requireAdmin(viewer).id, input));
  },

  reportUnitEvent(_, { input }, { viewer, service }) {
    return toPayload('unitEvent', service.reportUnitEvent(requireAdmin(viewer).id, input));
  },

  startSimulation(_, { input }, { viewer, simulations }) {
    requireAdmin(viewer);
    return toPayload('simulation', simulations.start(input.kind));
  },

  stopSimulation(_, { input }, { viewer, simulations }) {
    requireAdmin(viewer);
    return toPayload('simulation', simulations.stop(input.kind));
  },
};
