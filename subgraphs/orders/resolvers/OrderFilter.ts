import { isSqlTime, toSqlTime } from '../../../kit/database/time.ts';
import { badUserInput } from '../../../kit/errors.ts';
import type { OrderConditions } from '../repository.ts';
import type { OrderFilter } from '../types.generated.ts';

/**
 * The conditions that a filter stands for.
 *
 * @throws BAD_USER_INPUT for a moment that no database holds
 */
export const toOrderConditions = (filter: OrderFilter | null | undefined): OrderConditions => ({
  status: filter?.status ?? undefined,
  placedFrom: toMoment(filter?.placedFrom, 'filter.placedFrom'),
  placedBefore: toMoment(filter?.placedBefore, 'filter.placedBefore'),
});

function toMoment(moment: Date | null | undefined, name: string): string | undefined {
  if (!moment) return undefined;
  const stored = toSqlTime(moment);
  if (!isSqlTime(stored)) throw badUserInput(`${name} must lie in the years 0 to 9999.`);
  return stored;
}
