import { setTimeout as sleep } from 'node:timers/promises';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { createLogger } from '../../kit/logger.ts';
import { createWorkflowsSubgraph } from '../../subgraphs/workflows/index.ts';
import type { Deployment } from '../orders/deployment.ts';

const LOOK_EVERY_MS = 100;
const ROWS_AT_ONCE = 5_000;
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

/** Waits until so many runs are completed; runs a second, counted from the first look that found some. */
export async function awaitCompleted(deployment: Deployment, backlog: number) {
  const database = await openWorkflows(deployment);
  const samples: { readonly at: number; readonly done: number }[] = [];
  try {
    for (let done = 0; done < backlog; ) {
      const [row] = await database.rows<{ n: number }>(
        "SELECT COUNT(*) AS n FROM workflow_runs WHERE state = 'COMPLETED' AND started_at > ?",
        [LONG_AGO],
      );
      done = Number(row?.n ?? 0);
      samples.push({ at: performance.now(), done });
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await database.close();
  }
  const first = samples.findIndex(({ done }) => done > 0);
  const [a, b] = [samples[Math.max(0, first - 1)], samples.at(-1)];
  return a && b && b.at > a.at ? ((b.done - a.done) * 1000) / (b.at - a.at) : Number.NaN;
}

const REPORT =
  'mutation ($input: ReportDetectionInput!) { reportDetection(input: $input) { detection { id } } }';

/** Starts runs at an even pace; how long one takes, and how much of that none of its steps was under way. */
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
  const rows = await database.rows<{ started_at: string; ended_at: string; steps: string }>(
    "SELECT started_at, ended_at, steps FROM workflow_runs WHERE state = 'COMPLETED' AND started_at >= ?",
    [new Date(start).toISOString().slice(0, 23).replace('T', ' ')],
  );
  await database.close();
  const runs = rows.map(({ started_at, ended_at, steps }) => {
    const whole = Date.parse(`${ended_at}Z`) - Date.parse(`${started_at}Z`);
    const own = (JSON.parse(steps) as { startedAt: string; endedAt: string }[])
      .map((step) => Date.parse(step.endedAt) - Date.parse(step.startedAt))
      .reduce((sum, each) => sum + each, 0);
    return { whole, between: whole - own };
  });
  return {
    whole: percentilesOf(runs.map(({ whole }) => whole)),
    between: percentilesOf(runs.map((run) => run.between)),
  };
}

function percentilesOf(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
