import { type Loop, startLoop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import { listDueRuns } from './ledger.ts';
import type { Meeting, Orchestration } from './orchestration.ts';

const BATCH = 100;
const LOOK_EVERY_MS = 250;

/**
 * Wakes runs whose replies are overdue. Any number of replicas may: who comes second to a run finds that it waits anew.
 */
export function startTimer(
  database: Database,
  orchestration: Orchestration,
  {
    workflows,
    log,
    now,
  }: { readonly workflows: readonly string[]; readonly log: Logger; readonly now: () => Date },
): Loop {
  return startLoop('the timer of workflows', log, async () => {
    const due = await listDueRuns(database, workflows, now(), BATCH);
    if (due.length === 0) return LOOK_EVERY_MS;
    const meetings = due.map((id): Meeting => [id, { type: 'TICK' }]);
    await database.transaction((trx) => orchestration.meet(meetings, trx));
    return due.length === BATCH ? 0 : LOOK_EVERY_MS;
  });
}
