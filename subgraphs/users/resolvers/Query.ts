import { parsePage, toConnection } from '../../../kit/connection.ts';
import { badUserInput } from '../../../kit/errors.ts';
import { isId, parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwner } from '../../../kit/viewer/viewer.ts';
import { USER_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

const MAX_IDS = 100;

export const Query: QueryResolvers = {
  me: (_, __, { viewer, loaders }) => (viewer && isId(viewer.id) ? loaders.userById.load(viewer.id) : null),

  user(_, args, { viewer, loaders }) {
    const id = parseId(args.id);
    requireOwner(viewer, id);
    return loaders.userById.load(id);
  },

  async users(_, { filter, orderBy, ...args }, { viewer, repository }) {
    requireAdmin(viewer);
    const page = parsePage(args, USER_ORDERS[orderBy ?? 'CREATED_AT_ASC']);
    if (filter?.ids && filter.ids.length > MAX_IDS)
      throw badUserInput(`filter.ids takes at most ${MAX_IDS} ids.`);
    const conditions = {
      ids: filter?.ids?.map((id) => parseId(id, 'filter.ids')),
      username: filter?.username?.trim(),
      email: filter?.email?.toLowerCase(),
      lastNamePrefix: filter?.lastNamePrefix ?? undefined,
    };
    return toConnection(await repository.list(conditions, page), page);
  },
};
