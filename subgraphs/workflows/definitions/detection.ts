import {
  AssessDetection,
  CallWebhook,
  DetectionReported,
  RecordOccurrence,
  SendNotification,
} from '../../../events/index.ts';
import { defineWorkflow } from '../define-workflow.ts';
import { text } from '../mapping.ts';

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
