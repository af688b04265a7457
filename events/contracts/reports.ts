import { z } from 'zod';
import { defineCommand } from '../contract.ts';
import { moment } from './fields.ts';
import { detectionType, location, unitState } from './security.ts';

/** Count something that happened; once under one idempotency key. */
export const RecordOccurrence = defineCommand({
  name: 'RecordOccurrence',
  recipient: 'reports',
  subject: 'WorkflowRun',
  payload: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('DETECTION'), category: detectionType, location, occurredAt: moment }),
    z.object({ kind: z.literal('UNIT_EVENT'), category: unitState, location, occurredAt: moment }),
  ]),
  result: z.object({}),
});
