import { ownSetting } from '../config.ts';
import { runProcess } from '../lifecycle.ts';
import type { BusFactory } from './run-subgraph.ts';
import type { SubgraphFactory } from './subgraph.ts';

/**
 * Runs a subgraph's background work as a process of its own, without its API, until a signal ends it. Any number of
 * such processes share the work.
 *
 * @param name the subgraph's; the setting `<NAME>_PROCESSING` is `inside` here, whatever the environment says
 */
export async function runWorker(name: string, create: SubgraphFactory, createBus: BusFactory): Promise<void> {
  await runProcess(name, async ({ log, lifecycle, ready }) => {
    const env = { ...process.env, [ownSetting(name, 'PROCESSING')]: 'inside' };
    const bus = createBus({ env, log });
    const subgraph = await create({ log, bus, env });
    lifecycle.onStop(name, subgraph.close);
    lifecycle.onStop('bus', bus.close);
    await bus.start();
    ready();
  });
}
