import { type Loop, startLoop } from '../../events/index.ts';
import type { Logger } from '../../kit/logger.ts';
import type { SecurityRepository } from './repository.ts';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 3_600_000;

/** What forgetting stands on. */
export interface RetentionParts {
  readonly repository: SecurityRepository;
  readonly days: number;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Deletes what is older than it is to be kept. Replicas that do so at once share the work, or find it done. */
export function startRetention({ repository, days, log, now }: RetentionParts): Loop {
  const { detections, unitEvents } = repository;
  return startLoop('deleting old detections and unit events', log, async () => {
    const end = new Date(now().getTime() - days * DAY_MS);
    const deleted = (await detections.deleteSomeBefore(end)) + (await unitEvents.deleteSomeBefore(end));
    return deleted > 0 ? 1 : LOOK_EVERY_MS;
  });
}
