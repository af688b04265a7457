import { dirname } from 'node:path';
import { type Bus, createBus } from './events/index.ts';
import { readGatewaySettings, startGateway } from './gateway/index.ts';
import { type ProcessParts, runProcess } from './kit/lifecycle.ts';
import { hasRoom, loadRoom, refuseSharedDatabase, refuseUnreachableWorkers } from './kit/server/room.ts';
import type { Subgraph } from './kit/server/subgraph.ts';
import { readSupergraphYaml, type SubgraphEntry, urlSettingOf } from './kit/server/supergraph-yaml.ts';

await runProcess('tessera', async ({ log, lifecycle }) => {
  const started = Date.now();
  const { subgraphs } = readSupergraphYaml('supergraph.yaml');
  // One that has an address of its own runs there.
  const here = subgraphs.filter((entry) => hasRoom(entry) && !process.env[urlSettingOf(entry.name)]);
  refuseSharedDatabase(here, process.env);
  refuseUnreachableWorkers(here, process.env);
  // Before a database is made: a setting of the gateway that cannot work must leave nothing behind.
  readGatewaySettings(process.env);
  const bus = createBus({ env: process.env, log });
  const running = await Promise.all(here.map((entry) => startSubgraph(entry, bus, { log, lifecycle })));
  lifecycle.onStop('bus', bus.close);
  await bus.start();
  const { address, keys } = await startGateway({ env: process.env, log, lifecycle, inProcess: running });
  greet(address, running, Date.now() - started, keys.local);
});

async function startSubgraph(
  entry: SubgraphEntry,
  bus: Bus,
  { log, lifecycle }: Pick<ProcessParts, 'log' | 'lifecycle'>,
): Promise<Subgraph> {
  const create = await loadRoom(entry);
  const subgraph = await create({ bus, log: log.child({ subgraph: entry.name }) });
  lifecycle.onStop(entry.name, subgraph.close);
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
