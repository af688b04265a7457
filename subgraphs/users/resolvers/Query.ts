import { parsePage, toConnection } from '../../../kit/connection.ts';
import { badUserInput } from '../../../kit/errors.ts';
import { isId, parseId } from '../../../kit/ids.ts';
import { requireAdmin, requireOwner } from '../../../kit/viewer/viewer.ts';
import { USER_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';

const MAX_IDS = 100;

export const Query: QueryResolvers = {
  async me(_, __, { viewer, loaders, requireHolding }) {
    if (!viewer || !isId(viewer.id)) return null;
    await requireHolding();
    return loaders.userById.load(viewer.id);
  },

  async user(_, args, { viewer, loaders, requireHolding }) {
    const id = parseId(args.id);
    requireOwner(viewer, id);
    await requireHolding();
    return loaders.userById.load(id);
  },

  async users(_, { filter, orderBy, ...args }, { viewer, repository, requireHolding }) {
    requireAdmin(viewer);
    await requireHolding();
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
