import { parseId } from '../../../kit/ids.ts';
import type { SubscriptionConditions } from '../repository.ts';
import type { CustomerSubscriptionFilter } from '../types.generated.ts';

/** The conditions that a filter stands for; a null in it is no condition. */
export const parseFilter = (
  filter: CustomerSubscriptionFilter | null | undefined,
): SubscriptionConditions => ({
  status: filter?.status ?? undefined,
  billing: filter?.billing ?? undefined,
  productId: filter?.productId == null ? undefined : parseId(filter.productId, 'filter.productId'),
});
