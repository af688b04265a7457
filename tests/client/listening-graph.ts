import { rmSync } from 'node:fs';
import { createBus } from '../../events/index.ts';
import { startGateway } from '../../gateway/index.ts';
import { createLifecycle } from '../../kit/lifecycle.ts';
import { createLogger } from '../../kit/logger.ts';
import { hasRoom, loadRoom } from '../../kit/server/room.ts';
import type { SubgraphExecutor } from '../../kit/server/subgraph-request.ts';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { provideDatabase } from '../../kit/testing/database.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** The whole graph as clients meet it: at a socket, with tokens. */
export interface ListeningGraph extends AsyncDisposable {
  /** Where `/graphql` answers. */
  readonly url: string;
  tokenOf(viewer: Viewer): Promise<string>;
}

/** Starts all subgraphs and the gateway in this process, at a free port; `await using` ends them. */
export async function listenGraph(): Promise<ListeningGraph> {
  const log = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');
  const { settings, folder } = provideDatabase();
  const env = { ...settings, PORT: '0' };
  const lifecycle = createLifecycle(log);
  const bus = createBus({ env: {}, log });
  const executors = new Map<string, SubgraphExecutor>();
  for (const entry of readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom)) {
    const create = await loadRoom(entry);
    const subgraph = await create({ log, bus, env });
    lifecycle.onStop(entry.name, subgraph.close);
    executors.set(entry.name, subgraph.execute);
  }
  lifecycle.onStop('bus', bus.close);
  await bus.start();
  const { address, keys } = await startGateway({ env, log, lifecycle, executors });
  return {
    url: `${address}/graphql`,
    tokenOf: (viewer) => issueToken(keys, viewer, 600),
    async [Symbol.asyncDispose]() {
      await lifecycle.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
