import type { Knex } from 'knex';
import { bulkInsert, type SqlValue } from '../../kit/database/bulk-insert.ts';
import { bulkUpsert } from '../../kit/database/bulk-upsert.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';
import { dueAtOf, type Run } from './run.ts';

/** A run as it is stored. */
export interface RunRow {
  id: string;
  workflow: string;
  version: string;
  subject: string;
  state: Run['state'];
  round: number;
  ending: Run['ending'];
  error: string | null;
  trigger_event: string | null;
  steps: string;
  due_at: string | null;
  started_at: string;
  updated_at: string;
  ended_at: string | null;
}

/** What a change of a run leaves as it is. */
const FIXED = ['workflow', 'version', 'subject', 'trigger_event', 'started_at'] as const;
const MOVING = ['state', 'round', 'ending', 'error', 'steps', 'due_at', 'updated_at', 'ended_at'] as const;

export const RUN_COLUMNS: readonly (keyof RunRow)[] = ['id', ...FIXED, ...MOVING];

/** The runs of these ids, held until the transaction ends; in the order of their ids, since any other deadlocks. */
export async function lockRuns(trx: Knex.Transaction, ids: readonly string[]): Promise<Map<string, Run>> {
  const rows: RunRow[] = await trx('workflow_runs')
    .whereIn('id', [...new Set(ids)].sort())
    .orderBy('id')
    .forUpdate()
    .select(RUN_COLUMNS);
  return new Map(rows.map((row) => [row.id, toRun(row)]));
}

/** The ids of a workflow's runs, by their subjects. */
export async function findRuns(
  trx: Knex.Transaction,
  workflow: string,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const rows: { id: string; subject: string }[] = await trx('workflow_runs')
    .where({ workflow })
    .whereIn('subject', [...new Set(subjects)])
    .select('id', 'subject');
  return new Map(rows.map(({ id, subject }) => [subject, id]));
}

/** The ids of a workflow's runs that have waited for long enough, the longest waiting first. */
export async function listDueRuns(
  database: Database,
  workflow: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  return database
    .read('workflow_runs')
    .where({ workflow })
    .where('due_at', '<=', toSqlTime(now))
    .orderBy('due_at')
    .limit(limit)
    .pluck('id');
}

/** Lets a run wait on, whatever it waits for. */
export async function postponeRun(database: Database, id: string, until: Date): Promise<void> {
  const due_at = toSqlTime(until);
  await database.transaction((trx) =>
    trx('workflow_runs').where({ id }).whereNotNull('due_at').update({ due_at }),
  );
}

/** @throws a duplicate when a subject has a run of its workflow by now */
export async function insertRuns(trx: Knex.Transaction, runs: readonly Run[]): Promise<void> {
  await bulkInsert(trx, 'workflow_runs', RUN_COLUMNS, runs.map(toValues));
}

/** Writes runs that were held. */
export async function saveRuns(trx: Knex.Transaction, runs: readonly Run[]): Promise<void> {
  const sorted = [...runs].sort((a, b) => (a.id < b.id ? -1 : 1));
  await bulkUpsert(trx, 'workflow_runs', { key: ['id'], keep: FIXED, set: MOVING }, sorted.map(toValues));
}

const toJson = (value: unknown) => (value === null ? null : JSON.stringify(value));
const toTime = (iso: string | null) => (iso === null ? null : isoToSqlTime(iso));

function toValues(run: Run): SqlValue[] {
  const row: RunRow = {
    id: run.id,
    workflow: run.workflow,
    version: run.version,
    subject: run.subject,
    state: run.state,
    round: run.round,
    ending: run.ending,
    error: toJson(run.error),
    trigger_event: toJson(run.trigger),
    steps: JSON.stringify(run.steps),
    due_at: toTime(dueAtOf(run)),
    started_at: isoToSqlTime(run.startedAt),
    updated_at: isoToSqlTime(run.updatedAt),
    ended_at: toTime(run.endedAt),
  };
  return RUN_COLUMNS.map((column) => row[column]);
}

export const toRun = (row: RunRow): Run => ({
  id: row.id,
  workflow: row.workflow,
  version: row.version,
  subject: row.subject,
  state: row.state,
  round: row.round,
  ending: row.ending,
  error: row.error && JSON.parse(row.error),
  trigger: row.trigger_event && JSON.parse(row.trigger_event),
  steps: JSON.parse(row.steps),
  startedAt: fromSqlTime(row.started_at),
  updatedAt: fromSqlTime(row.updated_at),
  endedAt: row.ended_at && fromSqlTime(row.ended_at),
});
