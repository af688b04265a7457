import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gatewaySettings, startGateway } from './gateway/index.ts';
import { readSettings } from './kit/config.ts';
import { type Lifecycle, runProcess } from './kit/lifecycle.ts';
import { createLogger } from './kit/logger.ts';
import type { Subgraph, SubgraphFactory } from './kit/server/subgraph.ts';
import { readSupergraphYaml } from './kit/server/supergraph-yaml.ts';

const { LOG_LEVEL } = readSettings({ LOG_LEVEL: gatewaySettings.LOG_LEVEL }, process.env);
const log = createLogger('tessera', LOG_LEVEL);

await runProcess(log, async (lifecycle) => {
  const started = Date.now();
  const { subgraphs } = readSupergraphYaml('supergraph.yaml');
  const rooms = subgraphs.filter(({ schemaFile }) => existsSync(join(dirname(schemaFile), 'index.ts')));
  const running = await Promise.all(
    rooms.map(({ name, schemaFile }) => startSubgraph(name, schemaFile, lifecycle)),
  );
  const executors = new Map(running.map((subgraph) => [subgraph.name, subgraph.execute]));
  const { address, keys } = await startGateway({ env: process.env, log, lifecycle, executors });
  greet(address, running, Date.now() - started, keys.local);
});

/** Loads a subgraph from its room: the one factory that its index.ts exports. */
async function startSubgraph(name: string, schemaFile: string, lifecycle: Lifecycle): Promise<Subgraph> {
  const room: Record<string, SubgraphFactory> = await import(
    pathToFileURL(join(dirname(schemaFile), 'index.ts')).href
  );
  const create = Object.values(room)[0];
  if (!create) throw new Error(`subgraphs/${name}/index.ts exports no factory`);
  const subgraph = await create({ log: log.child({ subgraph: name }) });
  lifecycle.onStop(name, subgraph.close);
  return subgraph;
}

/** Tells a person what runs, where to click, and what to ask first. */
function greet(address: string, running: readonly Subgraph[], milliseconds: number, local: boolean): void {
  const where = new Set(
    running.map(({ database }) => (database.dialect === 'sqlite' ? dirname(database.where) : 'MySQL')),
  );
  process.stdout.write(`
  Tessera is ready, after ${(milliseconds / 1000).toFixed(1)} s.

  graph        ${address}/graphql
${local ? `  playground   ${address}/          (an admin token is filled in)\n` : ''}  subgraphs    ${running.map(({ name }) => name).join(', ')}
  data         ${[...where].join(', ')}

  Ask it about one customer, in the playground or here:

  curl ${address}/graphql -H 'content-type: application/json' -H "authorization: Bearer $(npm run -s token)" \\
    -d '{"query":"{ user(id: 123) { firstName subscription { product { name } billing } orders(first: 1) { edges { node { status executionPrice { amount } } } } } }"}'

  Ctrl-C stops it.
`);
}
