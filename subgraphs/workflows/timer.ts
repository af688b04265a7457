import { type Loop, startLoop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import { listDueRuns, postponeRun } from './ledger.ts';
import type { Meeting, Orchestration } from './orchestration.ts';

const BATCH = 100;
const LOOK_EVERY_MS = 250;
/** How long a run is left alone that cannot be woken. */
const PAUSE_MS = 10_000;

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
  const wake = (ids: readonly string[]) =>
    database.transaction((trx) =>
      orchestration.meet(
        ids.map((id): Meeting => [id, { type: 'TICK' }]),
        trx,
      ),
    );
  /** Whatever is wrong with one run must not hold up the others. */
  const wakeAlone = async (id: string) => {
    try {
      await wake([id]);
    } catch (error) {
      log.error({ err: error, run: id }, 'a run cannot be woken; trying again later');
      await postponeRun(database, id, new Date(now().getTime() + PAUSE_MS));
    }
  };
  return startLoop('the timer of workflows', log, async () => {
    let isBehind = false;
    for (const workflow of workflows) {
      const due = await listDueRuns(database, workflow, now(), BATCH);
      if (due.length === 0) continue;
      isBehind ||= due.length === BATCH;
      try {
        await wake(due);
      } catch {
        for (const id of due) await wakeAlone(id);
      }
    }
    return isBehind ? 0 : LOOK_EVERY_MS;
  });
}
