import { createNotificationsSubgraph } from '../subgraphs/notifications/index.ts';
import { createReportsSubgraph } from '../subgraphs/reports/index.ts';
import { createSecuritySubgraph } from '../subgraphs/security/index.ts';
import { type Deployment, deployEmbedded, deployServices, type Fleet } from './orders/deployment.ts';
import { type Filling, fillBacklog } from './orders/fill.ts';
import type { Row, Suite } from './rows.ts';
import { addFinishedRuns, awaitCompleted, measureRuns } from './workflows/measure.ts';

/** Runs a second while their latency is measured: far below what the deployments complete. */
const LATENCY_RATE = 20;

const DETECTIONS: Filling = {
  create: createSecuritySubgraph,
  others: [createNotificationsSubgraph, createReportsSubgraph],
  mutation: `mutation ($input: ReportDetectionInput!) { reportDetection(input: $input) { userErrors { code } } }`,
  inputOf: (n) => ({
    location: 1 + (n % 100),
    type: ['VEHICLE', 'PERSON', 'ANIMAL', 'FIRE'][n % 4],
    severity: ['GREEN', 'YELLOW', 'RED'][n % 3],
  }),
};

const fleetOf = (orchestrators: number): Fleet => ({
  servers: ['workflows', 'notifications', 'reports'],
  workers: { workflows: orchestrators },
  door: 'security',
});

/**
 * How many runs of a workflow of three steps are completed in a second, from a backlog of its trigger, in one process and
 * on MariaDB and RabbitMQ with 1 and 2 orchestrators, in empty tables and beside finished runs; how long a run takes where
 * there is no backlog, and what that is over its steps' own transactions. Everything runs on this machine.
 */
export const run: Suite = async ({ quick, report }) => {
  const backlog = quick ? 2_000 : 10_000;
  const finished = quick ? 100_000 : 1_000_000;
  const rows: Row[] = [];
  const measure = async (subject: string, deploy: () => Promise<Deployment>, before = 0) => {
    await using deployment = await deploy();
    const name = before > 0 ? `${subject}, beside ${before.toLocaleString('en')} finished runs` : subject;
    report(`${name}: reporting ${backlog.toLocaleString('en')} detections`);
    const release = await fillBacklog(deployment, DETECTIONS, backlog);
    if (before > 0)
      await addFinishedRuns(deployment, before, (done) =>
        report(`${name}: ${done.toLocaleString('en')} put in`),
      );
    report(`${name}: running them`);
    await deployment.start();
    await release();
    const row = (workload: string, metric: string, value: number, unit: string) =>
      rows.push({ suite: 'workflows', workload, subject: name, metric, value, unit });
    row('a backlog of runs', 'completed', await awaitCompleted(deployment, backlog), '/s');
    report(`${name}: starting ${LATENCY_RATE} a second`);
    const { whole, added } = await measureRuns(deployment, LATENCY_RATE, quick ? 5 : 20);
    for (const [metric, value] of Object.entries(whole)) row('a run', metric, value, 'ms');
    for (const [metric, value] of Object.entries(added))
      row("a run, over its steps' transactions", metric, value, 'ms');
  };
  await measure('embedded', deployEmbedded);
  await measure('embedded', deployEmbedded, finished);
  for (const orchestrators of [1, 2])
    await measure(`RabbitMQ + MariaDB, ${orchestrators} orchestrators`, () =>
      deployServices(fleetOf(orchestrators)),
    );
  await measure('RabbitMQ + MariaDB, 1 orchestrators', () => deployServices(fleetOf(1)), finished);
  return rows;
};
