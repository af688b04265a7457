import { parsePage, toConnection } from '../../../kit/connection.ts';
import { parseId } from '../../../kit/ids.ts';
import { requireOwner } from '../../../kit/viewer/viewer.ts';
import { REPORT_ORDERS } from '../repository.ts';
import type { UserResolvers } from '../types.generated.ts';

export const User: UserResolvers = {
  // Every user comes from here or from a row that the viewer may see, so the fields need no check of their own.
  __resolveReference(reference, { viewer }) {
    const id = parseId(reference.id);
    requireOwner(viewer, id);
    return { id };
  },

  async reports({ id }, { orderBy, ...args }, { loaders }) {
    const page = parsePage(args, REPORT_ORDERS[orderBy ?? 'CREATED_AT_DESC']);
    return toConnection(await loaders.pageByUser.load(id, page), page);
  },
};
