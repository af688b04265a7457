import { parseId } from '../../../kit/ids.ts';
import { requireOwned } from '../../../kit/viewer/viewer.ts';
import type { ReportResolvers } from '../types.generated.ts';

export const Report: ReportResolvers = {
  async __resolveReference(reference, { viewer, loaders }) {
    const report = await loaders.reportById.load(parseId(reference.id));
    return requireOwned(viewer, report, ({ userId }) => userId);
  },
  user: ({ userId }) => ({ id: userId }),
};
