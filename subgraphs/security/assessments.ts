import type { AssessmentWords, Severity, UnitState } from './repository.ts';

/** What a detection means, by its severity. */
export const DETECTION_ASSESSMENTS: Readonly<Record<Severity, AssessmentWords>> = {
  GREEN: { text: 'Everything is fine', action: 'No further action', urgency: 'INFO' },
  YELLOW: { text: 'Suspicious activity', action: 'Please investigate further', urgency: 'WARNING' },
  RED: { text: 'Serious violation!', action: 'Take action immediately!', urgency: 'URGENT' },
};

/** What a unit's event means, by the unit's state. */
export const UNIT_EVENT_ASSESSMENTS: Readonly<Record<UnitState, AssessmentWords>> = {
  UP: { text: 'The unit works', action: 'No further action', urgency: 'INFO' },
  LOW_VOLTAGE: { text: 'The unit is short of power', action: 'Check its power supply', urgency: 'WARNING' },
  OFF_LINE: {
    text: 'The unit cannot be reached',
    action: 'Check its network connection',
    urgency: 'WARNING',
  },
  DOWN: { text: 'The unit does not work!', action: 'Send a technician immediately!', urgency: 'URGENT' },
};
