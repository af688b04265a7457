import { setTimeout as sleep } from 'node:timers/promises';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { createLogger } from '../../kit/logger.ts';
import { createWorkflowsSubgraph } from '../../subgraphs/workflows/index.ts';
import type { Deployment } from '../orders/deployment.ts';

const LOOK_EVERY_MS = 100;
const ROWS_AT_ONCE = 5_000;
const STEPS = 3;
const TRANSACTIONS = 100;
/** Before whatever a benchmark starts. */
const LONG_AGO = '2025-01-01 00:00:00.000';

const openWorkflows = ({ env, dataDir }: Deployment) =>
  openDatabase({ name: 'workflows', url: env.DATABASE_URL, dataDir });

/** Puts in runs that have ended long ago, as an installation has that has been at work for a year. */
export async function addFinishedRuns(
  deployment: Deployment,
  count: number,
  report: (done: number) => void,
): Promise<void> {
  const log = createLogger('bench', 'warn');
  await (
    await createWorkflowsSubgraph({ log, env: { ...deployment.env, WORKFLOWS_PROCESSING: 'apart' } })
  ).close();
  const database = await openWorkflows(deployment);
  const at = `${LONG_AGO.replace(' ', 'T')}Z`;
  const step = { state: 'COMPLETED', attempts: 1, startedAt: at, endedAt: at, dueAt: null, error: null };
  const steps = JSON.stringify([
    {
      name: 'security',
      command: 'AssessDetection',
      ...step,
      result: { assessment: '', action: '', urgency: 'INFO' },
    },
    {
      name: 'notification',
      command: 'SendNotification',
      ...step,
      result: { notificationId: 'x'.repeat(36) },
    },
    { name: 'report', command: 'RecordOccurrence', ...step, result: {} },
  ]);
  const columns = [
    'id',
    'workflow',
    'version',
    'subject',
    'state',
    'round',
    'steps',
    'started_at',
    'updated_at',
    'ended_at',
  ];
  for (let first = 0; first < count; first += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, count - first) }, (_, i) => [
      `0192${String(first + i).padStart(12, '0')}`,
      'detection',
      'long-ago',
      `Detection:${first + i}`,
      'COMPLETED',
      0,
      steps,
      LONG_AGO,
      LONG_AGO,
      LONG_AGO,
    ]);
    await database.transaction((trx) => bulkInsert(trx, 'workflow_runs', columns, rows));
    if (first % 100_000 === 0) report(first);
  }
  await database.close();
}

/** Waits until so many runs are completed; runs a second, from the start of the first to the end of the last. */
export async function awaitCompleted(deployment: Deployment, backlog: number): Promise<number> {
  const database = await openWorkflows(deployment);
  const look = async () => {
    const [row] = await database.rows<{ n: number; first: string; last: string }>(
      `SELECT COUNT(*) AS n, MIN(started_at) AS first, MAX(ended_at) AS last
       FROM workflow_runs WHERE state = 'COMPLETED' AND started_at > ?`,
      [LONG_AGO],
    );
    return row as { n: number; first: string; last: string };
  };
  try {
    let seen = await look();
    while (Number(seen.n) < backlog) {
      await sleep(LOOK_EVERY_MS);
      seen = await look();
    }
    return (backlog * 1000) / (Date.parse(`${seen.last}Z`) - Date.parse(`${seen.first}Z`));
  } finally {
    await database.close();
  }
}

/** The milliseconds that a transaction takes that writes a row and a message, as a step's own work at least does. */
async function measureTransaction(database: Database): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < TRANSACTIONS; i++) {
    const start = performance.now();
    await database.transaction((trx) =>
      trx('workflow_definitions').insert({
        workflow: 'bench',
        version: `v${i}`,
        definition: 'x'.repeat(500),
        created_at: LONG_AGO,
      }),
    );
    took.push(performance.now() - start);
  }
  await database.transaction((trx) => trx('workflow_definitions').where({ workflow: 'bench' }).delete());
  return percentilesOf(took).p50;
}

const REPORT =
  'mutation ($input: ReportDetectionInput!) { reportDetection(input: $input) { detection { id } } }';

/**
 * Starts runs at an even pace; how long one takes, and what it thereby adds to its steps' own time, each of which is a
 * transaction of its domain.
 */
export async function measureRuns(deployment: Deployment, rate: number, seconds: number) {
  const start = Date.now();
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = start + (i * 1000) / rate;
    if (due > Date.now()) await sleep(due - Date.now());
    const input = { location: 1 + (i % 100), type: 'PERSON', severity: 'YELLOW' };
    sent.push(deployment.ask(REPORT, { input }));
  }
  await Promise.all(sent);
  await sleep(2_000);
  const database = await openWorkflows(deployment);
  const rows = await database.rows<{ started_at: string; ended_at: string }>(
    "SELECT started_at, ended_at FROM workflow_runs WHERE state = 'COMPLETED' AND started_at >= ?",
    [new Date(start).toISOString().slice(0, 23).replace('T', ' ')],
  );
  const own = STEPS * (await measureTransaction(database));
  await database.close();
  const whole = rows.map((row) => Date.parse(`${row.ended_at}Z`) - Date.parse(`${row.started_at}Z`));
  return { whole: percentilesOf(whole), added: percentilesOf(whole.map((each) => each - own)) };
}

function percentilesOf(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
