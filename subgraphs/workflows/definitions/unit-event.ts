import { AssessUnitEvent, RecordOccurrence, UnitEventReported } from '../../../events/index.ts';
import { defineWorkflow } from '../define-workflow.ts';

/** What a unit told of itself: it is assessed, and counted. */
export const unitEvent = defineWorkflow({ name: 'unit-event', trigger: UnitEventReported })
  .step('unit', { command: AssessUnitEvent, payload: () => ({}) })
  .step('report', {
    command: RecordOccurrence,
    payload: ({ trigger }) => ({
      kind: 'UNIT_EVENT',
      category: trigger.state,
      location: trigger.location,
      occurredAt: trigger.reportedAt,
    }),
  });
