import { parseMoment } from '../../../kit/database/time.ts';
import type { OrderConditions } from '../repository.ts';
import type { OrderFilter } from '../types.generated.ts';

/**
 * The conditions that a filter stands for.
 *
 * @throws BAD_USER_INPUT for a moment that no database holds
 */
export const toOrderConditions = (filter: OrderFilter | null | undefined): OrderConditions => ({
  status: filter?.status ?? undefined,
  placedFrom: parseMoment(filter?.placedFrom, 'filter.placedFrom'),
  placedBefore: parseMoment(filter?.placedBefore, 'filter.placedBefore'),
});
