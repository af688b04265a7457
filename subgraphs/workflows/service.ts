import type { Knex } from 'knex';
import { DeadLetterDecided, type Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { isLongerThan } from '../../kit/text.ts';
import {
  notCancellable,
  notRetryable,
  reasonTooLong,
  runNotFound,
  WorkflowRejectionError,
  wrongCount,
} from './errors.ts';
import { lockRuns } from './ledger.ts';
import type { Input } from './machine.ts';
import type { Orchestration } from './orchestration.ts';
import type { Run } from './run.ts';

const MAX_REASON_LENGTH = 200;
const MAX_LETTERS = 100;

/** What the use cases stand on. */
export interface ServiceParts {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly orchestration: Orchestration;
}

export type WorkflowsService = ReturnType<typeof createWorkflowsService>;

export function createWorkflowsService({ database, outbox, orchestration }: ServiceParts) {
  const meet = (id: string, decide: (run: Run) => Input | null) =>
    database.transaction(async (trx) => {
      const run = (await lockRuns(trx, [id])).get(id);
      if (!run) throw new WorkflowRejectionError(runNotFound);
      const input = decide(run);
      return input ? ((await orchestration.meet([[id, input]], trx)).get(id) as Run) : run;
    });

  const decide = (decision: 'REPLAY' | 'DISCARD', ids: readonly string[]) => {
    if (ids.length < 1 || ids.length > MAX_LETTERS) throw new WorkflowRejectionError(wrongCount);
    return database.transaction(async (trx: Knex.Transaction) => {
      // Taken off the list at once: the domain that has them carries it out as soon as it hears of it.
      const rows: { id: string; domain: string }[] = await trx('dead_letters')
        .whereIn('id', [...new Set(ids)].sort())
        .orderBy('id')
        .forUpdate()
        .select('id', 'domain');
      const found = rows.map(({ id }) => id);
      await trx('dead_letters').whereIn('id', found).delete();
      const messages = rows.map(({ id, domain }) =>
        DeadLetterDecided.message({ id, payload: { domain, decision } }),
      );
      await outbox.add(trx, ...messages);
      return rows.length;
    });
  };

  return {
    /** Goes on with a run that failed. */
    retry: (id: string): Promise<Run> =>
      meet(id, ({ state }) => {
        if (state !== 'FAILED') throw new WorkflowRejectionError(notRetryable(state));
        return { type: 'RETRY' };
      }),

    /** Calls a run off; one that is called off already is left as it is. */
    async cancel(id: string, reason = 'Somebody called it off.'): Promise<Run> {
      if (isLongerThan(reason, MAX_REASON_LENGTH)) throw new WorkflowRejectionError(reasonTooLong);
      return meet(id, ({ state, ending }) => {
        if ((ending ?? state) === 'CANCELLED') return null;
        if (state !== 'RUNNING' && (ending ?? state) !== 'FAILED')
          throw new WorkflowRejectionError(notCancellable(state));
        return { type: 'CANCEL', by: null, reason: { code: 'CANCELLED', message: reason, about: null } };
      });
    },

    /** Hands dead letters back to their groups; gives how many there were. */
    replayLetters: async (ids: readonly string[]) => decide('REPLAY', ids),

    /** Gives dead letters up; gives how many there were. */
    discardLetters: async (ids: readonly string[]) => decide('DISCARD', ids),
  };
}
