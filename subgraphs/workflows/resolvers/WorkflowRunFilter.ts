import { parseMoment } from '../../../kit/database/time.ts';
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
  startedFrom: parseMoment(filter?.startedFrom, 'filter.startedFrom'),
  startedBefore: parseMoment(filter?.startedBefore, 'filter.startedBefore'),
});
