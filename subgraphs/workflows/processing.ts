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
export async function startProcessing({ database, log, now, ...parts }: ProcessingParts): Promise<Loop> {
  const workflows = await subscribeWorkflows(parts);
  return startTimer(database, parts.orchestration, { workflows, log, now });
}

/** Subscribes the groups of workflows, and that of the dead letters' copy; gives the workflows' names. */
export async function subscribeWorkflows({
  bus,
  catalogue,
  orchestration,
  only,
}: Pick<ProcessingParts, 'bus' | 'catalogue' | 'orchestration' | 'only'>): Promise<string[]> {
  const names = catalogue.current.map(({ definition }) => definition.name);
  const stray = only.find((name) => !names.includes(name));
  if (stray)
    throw new ConfigError(`WORKFLOWS_ONLY: there is no workflow ${stray}; there is: ${names.join(', ')}`);
  const chosen = catalogue.current.filter(
    ({ definition }) => only.length === 0 || only.includes(definition.name),
  );
  for (const workflow of chosen) await orchestration.subscribe(bus, workflow);
  if (only.length === 0) subscribeLetters(bus);
  return chosen.map(({ definition }) => definition.name);
}
