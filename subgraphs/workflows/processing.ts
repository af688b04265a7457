import type { DomainBus, Loop } from '../../events/index.ts';
import { ConfigError } from '../../kit/config.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import type { Catalogue } from './catalogue.ts';
import { subscribeLetters } from './letters.ts';
import type { Orchestration } from './orchestration.ts';
import { startTimer } from './timer.ts';

/** What the domain's background work stands on. */
export interface ProcessingParts {
  readonly bus: DomainBus;
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly orchestration: Orchestration;
  /** The workflows to advance; none: all. */
  readonly only: readonly string[];
  readonly log: Logger;
  readonly now: () => Date;
}

/** Takes part in advancing workflows. Any number of processes may: a run is advanced by one of them at a time. */
export function startProcessing({ database, log, now, ...parts }: ProcessingParts): Loop {
  const workflows = subscribeWorkflows(parts);
  return startTimer(database, parts.orchestration, { workflows, log, now });
}

/** Subscribes the groups of workflows, and that of the dead letters' copy; gives the workflows' names. */
export function subscribeWorkflows({
  bus,
  catalogue: { names },
  orchestration,
  only,
}: Pick<ProcessingParts, 'bus' | 'catalogue' | 'orchestration' | 'only'>): readonly string[] {
  const stray = only.find((name) => !names.includes(name));
  if (stray)
    throw new ConfigError(`WORKFLOWS_ONLY: there is no workflow ${stray}; there is: ${names.join(', ')}`);
  const workflows = names.filter((name) => only.length === 0 || only.includes(name));
  for (const workflow of workflows) orchestration.subscribe(bus, workflow);
  // By all processes: there may be none but those that advance some workflows alone.
  subscribeLetters(bus);
  return workflows;
}
