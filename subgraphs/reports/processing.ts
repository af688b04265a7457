import { type DomainBus, type Loop, startLoop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import { PRUNED_AT_ONCE, pruneSome } from './ledger.ts';
import { subscribeReports } from './reactions.ts';

const DAY_MS = 86_400_000;
const PRUNE_EVERY_MS = 10 * 60_000;

/** What the domain's background work stands on. */
export interface ProcessingParts {
  readonly bus: DomainBus;
  readonly database: Database;
  readonly entryDays: number;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Takes part in the domain's background work. Any number of processes may: what one counts or prunes, no other does. */
export function startProcessing({ bus, database, entryDays, log, now }: ProcessingParts): Loop {
  subscribeReports(bus, now);
  return startLoop('pruning the entries of reports', log, async () => {
    const pruned = await pruneSome(database, new Date(now().getTime() - entryDays * DAY_MS));
    return pruned === PRUNED_AT_ONCE ? 1 : PRUNE_EVERY_MS;
  });
}
