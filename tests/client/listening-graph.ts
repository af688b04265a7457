import { createBus } from '../../events/index.ts';
import { startGateway } from '../../gateway/index.ts';
import { createLifecycle } from '../../kit/lifecycle.ts';
import { createLogger } from '../../kit/logger.ts';
import { hasRoom, loadRoom } from '../../kit/server/room.ts';
import type { Subgraph } from '../../kit/server/subgraph.ts';
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

/** Starts all subgraphs and the gateway in this process, with these settings, at a free port; `await using` ends them. */
export async function listenGraph(settings: Readonly<Record<string, string>> = {}): Promise<ListeningGraph> {
  const log = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');
  const entries = readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom);
  const databases = await provideDatabase(entries.map(({ name }) => name));
  const env = { ...databases.settings, ...settings, PORT: '0' };
  const lifecycle = createLifecycle(log);
  const bus = createBus({ env: {}, log });
  const inProcess: Subgraph[] = [];
  for (const entry of entries) {
    const create = await loadRoom(entry);
    const subgraph = await create({ log, bus, env });
    lifecycle.onStop(entry.name, subgraph.close);
    inProcess.push(subgraph);
  }
  lifecycle.onStop('bus', bus.close);
  await bus.start();
  const { address, keys } = await startGateway({ env, log, lifecycle, inProcess });
  return {
    url: `${address}/graphql`,
    tokenOf: (viewer) => issueToken(keys, viewer, 600),
    async [Symbol.asyncDispose]() {
      await lifecycle.stop();
      await databases[Symbol.asyncDispose]();
    },
  };
}
