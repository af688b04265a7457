import type { DeadLetter as BusLetter } from '../../events/index.ts';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';
import type { Workflow as CurrentWorkflow } from './catalogue.ts';
import type { StepDefinition } from './definition.ts';
import { RUN_COLUMNS, type RunRow, toRun } from './ledger.ts';
import type { Run, RunState, RunStep } from './run.ts';

/** What the graph calls these. */
export type WorkflowRun = Run;
export type WorkflowStep = RunStep;
export type Workflow = CurrentWorkflow;
export type WorkflowStepDefinition = StepDefinition;

/** A dead letter of some domain. */
export interface DeadLetter extends BusLetter {
  readonly domain: string;
}

interface DeadLetterRow extends Omit<DeadLetter, 'diedAt'> {
  died_at: string;
}

/** Which runs; undefined conditions do not count. Times as they are stored. */
export interface RunConditions {
  readonly workflow?: string | undefined;
  readonly state?: RunState | undefined;
  readonly subject?: string | undefined;
  readonly startedFrom?: string | undefined;
  readonly startedBefore?: string | undefined;
}

/** Which dead letters; undefined conditions do not count. */
export interface LetterConditions {
  readonly domain?: string | undefined;
  readonly consumer?: string | undefined;
}

/** The latest runs first. */
export const RUN_ORDER: Keyset<Run> = {
  name: 'workflow_runs.started_at.desc',
  columns: [
    { column: 'started_at', type: 'time', value: ({ startedAt }) => isoToSqlTime(startedAt) },
    { column: 'id', type: 'text', value: ({ id }) => id },
  ],
  descending: true,
};

/** The latest dead letters first. */
export const LETTER_ORDER: Keyset<DeadLetter> = {
  name: 'dead_letters.died_at.desc',
  columns: [
    { column: 'died_at', type: 'time', value: ({ diedAt }) => isoToSqlTime(diedAt) },
    { column: 'id', type: 'text', value: ({ id }) => id },
  ],
  descending: true,
};

const LETTER_COLUMNS = [
  'id',
  'domain',
  'consumer',
  'name',
  'subject',
  'reason',
  'error',
  'attempts',
  'died_at',
  'message',
];

export type WorkflowsRepository = ReturnType<typeof createWorkflowsRepository>;

export function createWorkflowsRepository(database: Database) {
  const runs = () => database.read('workflow_runs').select<RunRow[]>(RUN_COLUMNS);
  const letters = () => database.read('dead_letters').select<DeadLetterRow[]>(LETTER_COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<Run[]> {
      return (await runs().whereIn('id', ids)).map(toRun);
    },

    /** A workflow's runs of these subjects. */
    async listBySubjects(workflow: string, subjects: readonly string[]): Promise<Run[]> {
      return (await runs().where({ workflow }).whereIn('subject', subjects)).map(toRun);
    },

    async list(conditions: RunConditions, page: PageRequest<Run>): Promise<Run[]> {
      const { workflow, state, subject, startedFrom, startedBefore } = conditions;
      const query = runs();
      if (workflow !== undefined) query.where({ workflow });
      if (subject !== undefined) query.where({ subject });
      // A subject has few runs, a state many: SQLite, which does not know, would enter the index of states.
      if (state !== undefined && subject !== undefined) query.whereRaw("COALESCE(state, '') = ?", [state]);
      else if (state !== undefined) query.where({ state });
      if (startedFrom !== undefined) query.where('started_at', '>=', startedFrom);
      if (startedBefore !== undefined) query.where('started_at', '<', startedBefore);
      return ((await limitToPage(query, page)) as RunRow[]).map(toRun);
    },

    async listLetters(
      { domain, consumer }: LetterConditions,
      page: PageRequest<DeadLetter>,
    ): Promise<DeadLetter[]> {
      const query = letters();
      if (domain !== undefined) query.where({ domain });
      if (consumer !== undefined) query.where({ consumer });
      return ((await limitToPage(query, page)) as DeadLetterRow[]).map(toLetter);
    },

    async listLettersByIds(ids: readonly string[]): Promise<DeadLetter[]> {
      return (await letters().whereIn('id', ids)).map(toLetter);
    },
  };
}

const toLetter = ({ died_at, ...row }: DeadLetterRow): DeadLetter => ({
  ...row,
  diedAt: fromSqlTime(died_at),
});
