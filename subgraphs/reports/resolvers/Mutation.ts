import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import type { MutationResolvers } from '../types.generated.ts';

export const Mutation: MutationResolvers = {
  createReport(_, { input }, { viewer, service }) {
    const userId = parseId(input.userId, 'input.userId');
    requireOwner(viewer, userId);
    return service.create(userId, input.title);
  },
};
