import type { DetectionFacts, UnitEventFacts } from './repository.ts';

/** Draws a whole number from 0 to below a bound. */
export type Draw = (bound: number) => number;

const LOCATIONS = 100;
const UNITS_PER_LOCATION = 10;
const TYPES: readonly DetectionFacts['type'][] = ['VEHICLE', 'PERSON', 'ANIMAL', 'FIRE'];
const SEVERITIES: readonly DetectionFacts['severity'][] = ['GREEN', 'YELLOW', 'RED'];

/** The voltages that a unit of a state may report. */
const VOLTS: Readonly<Record<UnitEventFacts['state'], readonly UnitEventFacts['volts'][]>> = {
  UP: [24, 12],
  LOW_VOLTAGE: [12, 6],
  OFF_LINE: [24, 12, 6, 0],
  DOWN: [6, 0],
};
const STATES = Object.keys(VOLTS) as UnitEventFacts['state'][];

/** A detection as a sensor might report it. */
export const sampleDetection = (draw: Draw, detectedAt: string): DetectionFacts => ({
  location: 1 + draw(LOCATIONS),
  type: pick(draw, TYPES),
  severity: pick(draw, SEVERITIES),
  detectedAt,
});

/** A unit's event as one of the ten units of a location might report it. */
export function sampleUnitEvent(draw: Draw, reportedAt: string): UnitEventFacts {
  const location = 1 + draw(LOCATIONS);
  const unit = location * 1_000 + draw(UNITS_PER_LOCATION);
  const state = pick(draw, STATES);
  const unitId = `TDC${String(unit).padStart(6, '0')}`;
  return { location, unitId, state, volts: pick(draw, VOLTS[state]), reportedAt };
}

const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;
