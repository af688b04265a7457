import type { DomainBus } from '../../events/index.ts';
import type { Logger } from '../../kit/logger.ts';
import { subscribeAssessment } from './assessor.ts';
import type { SecurityRepository } from './repository.ts';
import { startRetention } from './retention.ts';
import type { Simulations } from './simulations.ts';

/** What the domain's background work stands on. */
export interface ProcessingParts {
  readonly bus: DomainBus;
  readonly repository: SecurityRepository;
  readonly simulations: Simulations;
  /** Null keeps everything. */
  readonly retentionDays: number | null;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Takes part in the domain's background work. Any number of processes may: each piece of work is done by one.
 *
 * @returns how to stop
 */
export function startProcessing({ bus, simulations, retentionDays: days, ...parts }: ProcessingParts) {
  subscribeAssessment(bus, parts.repository, parts.now);
  const loops = simulations.run();
  if (days !== null) loops.push(startRetention({ days, ...parts }));
  return async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
  };
}
