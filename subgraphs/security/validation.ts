import type { UserError } from './errors.ts';
import type { DetectionFacts, UnitEventFacts } from './repository.ts';

/** A detection as it comes in. */
export interface DetectionInput extends Omit<DetectionFacts, 'detectedAt'> {
  /** Without it: now. */
  readonly detectedAt?: Date | null | undefined;
}

/** A unit's event as it comes in. */
export interface UnitEventInput extends Omit<UnitEventFacts, 'reportedAt' | 'volts'> {
  readonly volts: number;
  /** Without it: now. */
  readonly reportedAt?: Date | null | undefined;
}

/** The places that are watched: 1 to this one. */
const LAST_LOCATION = 100;
const UNIT_ID = /^TDC\d{6}$/;
const VOLTS: readonly number[] = [24, 12, 6, 0] satisfies UnitEventFacts['volts'][];
const FIRST_MOMENT = Date.parse('2000-01-01T00:00:00Z');
/** By how much the clock of a sensor may be ahead of ours. */
const SKEW_MS = 5 * 60_000;

export const isLocation = (location: number): boolean => location >= 1 && location <= LAST_LOCATION;

export const isUnitId = (unitId: string): boolean => UNIT_ID.test(unitId);

/** What is wrong with a detection. */
export const checkDetection = ({ location, detectedAt }: DetectionInput, now: Date): UserError[] => [
  ...checkLocation(location),
  ...checkMoment('detectedAt', detectedAt, now),
];

/** What is wrong with a unit's event. */
export const checkUnitEvent = (input: UnitEventInput, now: Date): UserError[] => [
  ...checkLocation(input.location),
  ...checkUnitId(input.unitId),
  ...checkVolts(input.volts),
  ...checkMoment('reportedAt', input.reportedAt, now),
];

const checkLocation = (location: number): UserError[] =>
  isLocation(location) ? [] : outOfRange('location', `The location must be 1 to ${LAST_LOCATION}.`);

const checkVolts = (volts: number): UserError[] =>
  VOLTS.includes(volts) ? [] : outOfRange('volts', 'The voltage must be 24, 12, 6 or 0.');

function checkUnitId(unitId: string): UserError[] {
  if (isUnitId(unitId)) return [];
  const message = 'The unit’s id must be TDC and six digits, such as TDC000042.';
  return [{ code: 'INVALID_FORMAT', message, path: ['unitId'] }];
}

function checkMoment(field: string, moment: Date | null | undefined, now: Date): UserError[] {
  if (!moment) return [];
  const time = moment.getTime();
  if (time >= FIRST_MOMENT && time <= now.getTime() + SKEW_MS) return [];
  return outOfRange(field, 'The moment must lie in the past, and not before the year 2000.');
}

const outOfRange = (field: string, message: string): UserError[] => [
  { code: 'OUT_OF_RANGE', message, path: [field] },
];
