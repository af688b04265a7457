import type { DetectionReported, ReceivedOf, UnitEventReported } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import * as observations from './observations.ts';

export type AssessmentWords = observations.AssessmentWords;
export type Assessment = observations.Assessment;

/** What a sensor saw, as its event tells it. */
export type DetectionFacts = ReceivedOf<typeof DetectionReported>['payload'];
/** How a unit is, as its event tells it. */
export type UnitEventFacts = ReceivedOf<typeof UnitEventReported>['payload'];

export type Severity = DetectionFacts['severity'];
export type UnitState = UnitEventFacts['state'];

/** What a sensor saw. Times are ISO 8601 in UTC. */
export type Detection = observations.Observation<DetectionFacts>;
/** How a unit said that it is. Times are ISO 8601 in UTC. */
export type UnitEvent = observations.Observation<UnitEventFacts>;

export type DetectionConditions = observations.ObservationConditions<DetectionFacts>;
export type UnitEventConditions = observations.ObservationConditions<UnitEventFacts>;

/** A simulator, and what it has done. */
export interface Simulation {
  readonly kind: 'DETECTIONS' | 'UNIT_EVENTS';
  readonly running: boolean;
  readonly since: string | null;
  readonly produced: number;
}

const DETECTIONS: observations.ObservationKind<DetectionFacts> = {
  table: 'detections',
  columns: { location: 'location', type: 'type', severity: 'severity', detectedAt: 'detected_at' },
  time: 'detectedAt',
  grade: 'severity',
};

const UNIT_EVENTS: observations.ObservationKind<UnitEventFacts> = {
  table: 'unit_events',
  columns: {
    location: 'location',
    unitId: 'unit_id',
    state: 'state',
    volts: 'volts',
    reportedAt: 'reported_at',
  },
  time: 'reportedAt',
  grade: 'state',
};

/** The orders that detections can be listed in. */
export const DETECTION_ORDERS = {
  DETECTED_AT_ASC: observations.observationOrder(DETECTIONS, 'asc'),
  DETECTED_AT_DESC: observations.observationOrder(DETECTIONS, 'desc'),
};

/** The orders that unit events can be listed in. */
export const UNIT_EVENT_ORDERS = {
  REPORTED_AT_ASC: observations.observationOrder(UNIT_EVENTS, 'asc'),
  REPORTED_AT_DESC: observations.observationOrder(UNIT_EVENTS, 'desc'),
};

export type SecurityRepository = ReturnType<typeof createSecurityRepository>;

export const createSecurityRepository = (database: Database) => ({
  detections: observations.createObservationStore(database, DETECTIONS),
  unitEvents: observations.createObservationStore(database, UNIT_EVENTS),
});
