import { parseId } from '../../../kit/ids.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { SecurityResolvers } from '../types.generated.ts';

export const Security: SecurityResolvers = {
  async __resolveReference(reference, { viewer, loaders }) {
    const security = await loaders.securityById.load(parseId(reference.id));
    return requireOwned(viewer, security, ({ userId }) => userId);
  },
  user: ({ userId }) => ({ id: userId }),
};
