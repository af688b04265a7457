import type { Knex } from 'knex';
import {
  AssessDetection,
  AssessUnitEvent,
  carryOutMany,
  type DomainBus,
  done,
  type Outcome,
  refused,
} from '../../events/index.ts';
import { DETECTION_ASSESSMENTS, UNIT_EVENT_ASSESSMENTS } from './assessments.ts';
import type { ObservationStore } from './observations.ts';
import type { AssessmentWords, SecurityRepository } from './repository.ts';

/** What the commands are answered with. */
interface Answer {
  readonly assessment: string;
  readonly action: string;
  readonly urgency: AssessmentWords['urgency'];
}

/** Why there is no answer. */
interface Refusal<Code extends string> {
  readonly code: Code;
  /** For a person. */
  readonly message: string;
}

const UNKNOWN_DETECTION = {
  code: 'DETECTION_NOT_FOUND',
  message: 'There is no detection with this id.',
} as const;
const UNKNOWN_UNIT_EVENT = {
  code: 'UNIT_EVENT_NOT_FOUND',
  message: 'There is no unit event with this id.',
} as const;

/** Carries out the commands that ask what an observation means: many in one transaction, with few statements. */
export function subscribeAssessment(bus: DomainBus, repository: SecurityRepository, now: () => Date): void {
  const { detections, unitEvents } = repository;
  bus.subscribe('assessment', [
    carryOutMany(bus.outbox, AssessDetection, async (commands, trx) => {
      const ids = commands.map(({ subjectId }) => subjectId);
      const found = await assessAll(trx, detections, ids, DETECTION_ASSESSMENTS, now());
      return ids.map((id) => toOutcome(id, found, UNKNOWN_DETECTION));
    }),
    carryOutMany(bus.outbox, AssessUnitEvent, async (commands, trx) => {
      const ids = commands.map(({ subjectId }) => subjectId);
      const found = await assessAll(trx, unitEvents, ids, UNIT_EVENT_ASSESSMENTS, now());
      return ids.map((id) => toOutcome(id, found, UNKNOWN_UNIT_EVENT));
    }),
  ]);
}

/**
 * Assesses those that are not yet; what was said before stands, also when other words are used by now.
 *
 * @returns the assessments by id; none where there is no such observation
 */
async function assessAll<Grade extends string, Facts extends object>(
  trx: Knex.Transaction,
  store: ObservationStore<Facts>,
  ids: readonly string[],
  wordsOf: Readonly<Record<Grade, AssessmentWords>>,
  now: Date,
): Promise<ReadonlyMap<string, AssessmentWords>> {
  const held = await store.hold<Grade>(trx, [...new Set(ids)]);
  const fresh = Map.groupBy(
    held.filter(({ words }) => words === null),
    ({ grade }) => grade,
  );
  for (const [grade, alike] of fresh) {
    await store.assess(
      trx,
      alike.map(({ id }) => id),
      wordsOf[grade],
      now,
    );
  }
  return new Map(held.map(({ id, grade, words }) => [id, words ?? wordsOf[grade]]));
}

function toOutcome<Code extends string>(
  id: string,
  found: ReadonlyMap<string, AssessmentWords>,
  { code, message }: Refusal<Code>,
): Outcome<Answer, Code> {
  const words = found.get(id);
  if (!words) return refused(code, message, id);
  return done({ assessment: words.text, action: words.action, urgency: words.urgency });
}
