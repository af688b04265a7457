import { commonSettings, ownSetting, port, readSettings } from '../config.ts';
import { type ProcessParts, runProcess } from '../lifecycle.ts';
import { answerMetrics } from '../telemetry/serve-metrics.ts';
import { createHttpServer, listen } from './http.ts';
import type { BusFactory } from './run-subgraph.ts';
import type { SubgraphFactory } from './subgraph.ts';

export const workerSettings = {
  HOST: commonSettings.HOST,
  WORKER_PORT: port(0).describe(
    'The port at which a worker tells its health, and its metrics; 0 asks the system for a free one.',
  ),
};

/**
 * Runs a subgraph's background work as a process of its own, without its API, until a signal ends it. Any number of
 * such processes share the work. It tells its health and its metrics, as every process does.
 *
 * @param name the subgraph's; the setting `<NAME>_PROCESSING` is `inside` here, whatever the environment says
 */
export async function runWorker(name: string, create: SubgraphFactory, createBus: BusFactory): Promise<void> {
  const start = async ({ log, lifecycle, metrics, tracing, ready }: ProcessParts) => {
    const { HOST, WORKER_PORT } = readSettings(workerSettings, process.env, name);
    const env = { ...process.env, [ownSetting(name, 'PROCESSING')]: 'inside' };
    const bus = createBus({ env, log, metrics, tracing });
    const subgraph = await create({ log, bus, env, metrics, tracing });
    lifecycle.onStop(name, subgraph.close);
    lifecycle.onStop('bus', bus.close);
    await bus.start();
    // Without one of them it has nothing to do, or nowhere to do it.
    const needs = { database: subgraph.ready, broker: bus.ready };
    const app = createHttpServer({ log, health: { needs }, metrics });
    answerMetrics(app, metrics);
    lifecycle.onStop('http', () => app.close());
    ready(await listen(app, HOST, WORKER_PORT, 'WORKER_PORT'));
  };
  await runProcess(name, start, { service: `tessera-${name}-worker` });
}
