import { parseMoment } from '../../kit/database/time.ts';
import { badUserInput } from '../../kit/errors.ts';
import type { DetectionConditions, UnitEventConditions } from './repository.ts';
import type { DetectionFilter, UnitEventFilter } from './types.generated.ts';
import { isLocation, isUnitId } from './validation.ts';

/**
 * The conditions that a filter stands for.
 *
 * @throws BAD_USER_INPUT for a location or a moment that there is not
 */
export const toDetectionConditions = (filter: DetectionFilter | null | undefined): DetectionConditions => ({
  ...toConditions(filter),
  type: filter?.type ?? undefined,
  severity: filter?.severity ?? undefined,
});

/**
 * The conditions that a filter stands for.
 *
 * @throws BAD_USER_INPUT for a unit's id that is none, or a location or a moment that there is not
 */
export function toUnitEventConditions(filter: UnitEventFilter | null | undefined): UnitEventConditions {
  const unitId = filter?.unitId ?? undefined;
  if (unitId !== undefined && !isUnitId(unitId))
    throw badUserInput('filter.unitId must be TDC and six digits, such as TDC000042.');
  return { ...toConditions(filter), unitId, state: filter?.state ?? undefined };
}

function toConditions(filter: DetectionFilter | UnitEventFilter | null | undefined) {
  const location = filter?.location ?? undefined;
  if (location !== undefined && !isLocation(location))
    throw badUserInput(`filter.location must be 1 to 100, not ${location}.`);
  return {
    location,
    from: parseMoment(filter?.from, 'filter.from'),
    before: parseMoment(filter?.before, 'filter.before'),
    assessed: filter?.assessed ?? undefined,
  };
}
