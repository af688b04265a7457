import { z } from 'zod';
import { defineCommand, defineEvent } from '../contract.ts';
import { moment } from './fields.ts';

/** One of the hundred places that are watched. */
export const location = z.int().min(1).max(100);

export const detectionType = z.enum(['VEHICLE', 'PERSON', 'ANIMAL', 'FIRE']);

export const unitState = z.enum(['UP', 'DOWN', 'OFF_LINE', 'LOW_VOLTAGE']);

const severity = z.enum(['GREEN', 'YELLOW', 'RED']);

/** A sensor saw something. */
export const DetectionReported = defineEvent({
  name: 'DetectionReported',
  producer: 'security',
  subject: 'Detection',
  payload: z.object({ location, type: detectionType, severity, detectedAt: moment }),
});

/** A unit, such as a camera, told how it is. */
export const UnitEventReported = defineEvent({
  name: 'UnitEventReported',
  producer: 'security',
  subject: 'UnitEvent',
  payload: z.object({
    location,
    unitId: z.string().regex(/^TDC\d{6}$/),
    state: unitState,
    volts: z.union([z.literal(24), z.literal(12), z.literal(6), z.literal(0)]),
    reportedAt: moment,
  }),
});

const assessment = z.object({
  /** What it is, for a person: "Suspicious activity". */
  assessment: z.string(),
  /** What to do about it, for a person: "Please investigate further". */
  action: z.string(),
  urgency: z.enum(['INFO', 'WARNING', 'URGENT']),
});

/** Say what a detection means, and keep it with the detection. Asked again, it is answered again. */
export const AssessDetection = defineCommand({
  name: 'AssessDetection',
  recipient: 'security',
  subject: 'Detection',
  payload: z.object({}),
  result: assessment,
  refusals: ['DETECTION_NOT_FOUND'],
});

/** Say what a unit's event means, and keep it with the event. Asked again, it is answered again. */
export const AssessUnitEvent = defineCommand({
  name: 'AssessUnitEvent',
  recipient: 'security',
  subject: 'UnitEvent',
  payload: z.object({}),
  result: assessment,
  refusals: ['UNIT_EVENT_NOT_FOUND'],
});
