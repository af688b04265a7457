import { isSqlTime, toSqlTime } from '../../../kit/database/time.ts';
import { badUserInput } from '../../../kit/errors.ts';
import type { RunConditions } from '../repository.ts';
import type { WorkflowRunFilter } from '../types.generated.ts';

/**
 * The conditions that a filter stands for.
 *
 * @throws BAD_USER_INPUT for a moment that no database holds
 */
export const toRunConditions = (filter: WorkflowRunFilter | null | undefined): RunConditions => ({
  workflow: filter?.workflow?.trim(),
  state: filter?.state ?? undefined,
  subject: filter?.subject?.trim(),
  startedFrom: toMoment(filter?.startedFrom, 'filter.startedFrom'),
  startedBefore: toMoment(filter?.startedBefore, 'filter.startedBefore'),
});

function toMoment(moment: Date | null | undefined, name: string): string | undefined {
  if (!moment) return undefined;
  const stored = toSqlTime(moment);
  if (!isSqlTime(stored)) throw badUserInput(`${name} must lie in the years 0 to 9999.`);
  return stored;
}
