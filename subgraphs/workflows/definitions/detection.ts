import {
  AssessDetection,
  CallWebhook,
  DetectionReported,
  RecordOccurrence,
  SendNotification,
} from '../../../events/index.ts';
import { defineWorkflow } from '../define-workflow.ts';
import { text } from '../mapping.ts';

/** A webhook is tried for most of a day; the run waits for longer before it counts as failed. */
const HALF_A_DAY_MS = 43_200_000;

/** What a sensor saw: it is assessed, the location is told, and it is counted. */
export const detection = defineWorkflow({ name: 'detection', trigger: DetectionReported })
  .step('security', { command: AssessDetection, payload: () => ({}) })
  .step('notification', {
    command: SendNotification,
    payload: ({ trigger, steps }) => ({
      userId: null,
      location: trigger.location,
      urgency: steps.security.urgency,
      title: steps.security.assessment,
      text: steps.security.action,
    }),
  })
  .step('report', {
    command: RecordOccurrence,
    payload: ({ trigger }) => ({
      kind: 'DETECTION',
      category: trigger.type,
      location: trigger.location,
      occurredAt: trigger.detectedAt,
    }),
  })
  .step('third-party', {
    command: CallWebhook,
    isOptional: true,
    mayBeRefused: true,
    after: ['security'],
    timeoutMs: HALF_A_DAY_MS,
    attempts: 2,
    payload: ({ trigger, steps, event }) => ({
      type: 'detection.assessed',
      data: {
        detectionId: event.subjectId,
        location: trigger.location,
        type: trigger.type,
        severity: trigger.severity,
        message: text`${steps.security.assessment}: ${steps.security.action}`,
      },
    }),
  });
