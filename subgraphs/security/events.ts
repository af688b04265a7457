import { DetectionReported, type Message, UnitEventReported } from '../../events/index.ts';
import type { DetectionFacts, UnitEventFacts } from './repository.ts';

/** What was observed never changes, so its event is the first and the last of its subject. */
const SEQUENCE = 1;

export const detectionReported = (id: string, payload: DetectionFacts): Message =>
  DetectionReported.message({ id, sequence: SEQUENCE, payload });

export const unitEventReported = (id: string, payload: UnitEventFacts): Message =>
  UnitEventReported.message({ id, sequence: SEQUENCE, payload });
