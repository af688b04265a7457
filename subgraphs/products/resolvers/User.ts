import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import { LIKE_ORDER } from '../repository.ts';
import type { UserResolvers } from '../types.generated.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id: parseId(id) }),

  async likedProducts({ id }, args, { viewer, loaders }) {
    requireOwner(viewer, id);
    const page = parsePage(args, LIKE_ORDER);
    return toConnection(await loaders.likesOfUser.load(id, page), page);
  },
};
