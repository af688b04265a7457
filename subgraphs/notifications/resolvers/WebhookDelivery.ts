import { parseId } from '../../../kit/ids.ts';
import { requireAdmin } from '../../../kit/viewer/viewer.ts';
import type { WebhookDeliveryResolvers } from '../types.generated.ts';

export const WebhookDelivery: WebhookDeliveryResolvers = {
  __resolveReference({ id }, { viewer, loaders }) {
    requireAdmin(viewer);
    return loaders.deliveryById.load(parseId(id));
  },
};
