import { dirname } from 'node:path';
import { type Bus, createBus } from './events/index.ts';
import { type PreparedGateway, prepareGateway, startGateway } from './gateway/index.ts';
import { readSettings } from './kit/config.ts';
import { type ProcessParts, runProcess } from './kit/lifecycle.ts';
import { hasRoom, loadRoom, refuseSharedDatabase, refuseUnreachableWorkers } from './kit/server/room.ts';
import type { Subgraph } from './kit/server/subgraph.ts';
import { readSupergraphYaml, type SubgraphEntry, urlSettingOf } from './kit/server/supergraph-yaml.ts';
import { type Keys, keySettings } from './kit/viewer/keys.ts';
import { createRest } from './rest/index.ts';

const HELP = `npm start

Runs the gateway and the subgraphs of supergraph.yaml in one process. It takes no arguments: settings come from the
environment, as in \`PORT=8080 npm start\`. Those that are wanted most:

  PORT, HOST     where to listen; default 4000 and 127.0.0.1
  DATA_DIR       the folder of the SQLite files and keys; default .data
  DATABASE_URL   MySQL or MariaDB instead of SQLite: mysql://{subgraph}:password@host/{subgraph}
  BROKER_URL     RabbitMQ instead of the bus in the process: amqp://user:password@host
  SEED           none leaves new databases empty; default demo, the sample data, on SQLite
  LOG_LEVEL      debug, info (default), warn, error

All of them, and production: docs/running.md. A process for each subgraph: \`npm run start:services -- --help\`.
`;

await runProcess('tessera', start, { help: HELP, service: 'tessera' });

async function start({ log, lifecycle, metrics, tracing }: ProcessParts): Promise<void> {
  const started = Date.now();
  const { subgraphs } = readSupergraphYaml('supergraph.yaml');
  // One that has an address of its own runs there.
  const here = subgraphs.filter((entry) => hasRoom(entry) && !process.env[urlSettingOf(entry.name)]);
  refuseSharedDatabase(here, process.env);
  refuseUnreachableWorkers(here, process.env);
  // Before a database is made: what cannot work must leave nothing behind.
  const mount = createRest(process.env);
  const prepared = await prepareGateway(
    process.env,
    here.map(({ name }) => name),
  );
  const bus = createBus({ env: process.env, log, metrics, tracing });
  const running = await Promise.all(
    here.map((entry) => startSubgraph(entry, bus, { log, lifecycle, metrics, tracing })),
  );
  lifecycle.onStop('bus', bus.close);
  await bus.start();
  const { address } = await startGateway({
    env: process.env,
    prepared,
    log,
    lifecycle,
    metrics,
    tracing,
    inProcess: running,
    mount,
  });
  greet(address, running, Date.now() - started, prepared);
}

async function startSubgraph(
  entry: SubgraphEntry,
  bus: Bus,
  { log, lifecycle, metrics, tracing }: Omit<ProcessParts, 'ready'>,
): Promise<Subgraph> {
  const create = await loadRoom(entry);
  const subgraph = await create({ bus, metrics, tracing, log: log.child({ subgraph: entry.name }) });
  lifecycle.onStop(entry.name, subgraph.close);
  return subgraph;
}

/** Tells a person what runs, where to click, and what to ask first. */
function greet(
  address: string,
  running: readonly Subgraph[],
  milliseconds: number,
  { keys, settings }: PreparedGateway,
): void {
  const where = new Set(
    running.map(({ database }) => (database.dialect === 'sqlite' ? dirname(database.where) : 'MySQL')),
  );
  process.stdout.write(`
  Tessera is ready, after ${(milliseconds / 1000).toFixed(1)} s.

  graph        ${address}/graphql
${keys.local ? `  playground   ${address}/          (an admin token is filled in)\n` : ''}${settings.CONSOLE === 'on' ? `  console      ${address}/console\n` : ''}  subgraphs    ${running.map(({ name }) => name).join(', ')}
  data         ${[...where].join(', ')}
${settings.OPERATIONS === 'registered' ? '' : suggestion(address, keys)}
  Ctrl-C stops it.
`);
}

/** A first question, for a shell. */
function suggestion(address: string, keys: Keys): string {
  return `
  Ask it about one customer, ${keys.local ? 'in the playground or here' : 'for example so'}:

  curl ${address}/graphql -H 'content-type: application/json' -H "authorization: Bearer ${tokenInShell()}" \\
    -d '{"query":"{ user(id: 123) { firstName subscription { product { name } billing } orders(first: 1) { edges { node { status executionPrice { amount } } } } } }"}'
`;
}

/** How a shell that knows none of this process's settings comes to the administrator's token. */
function tokenInShell(): string {
  const { env } = process;
  const keyFile = env.AUTH_SIGNING_KEY_FILE;
  const isSignedElsewhere = ['AUTH_JWKS', 'AUTH_JWKS_FILE', 'AUTH_JWKS_URL', 'AUTH_JWKS_URL_FILE'].some(
    (name) => env[name],
  );
  // A key that was given as such is not for a terminal to show; and one that is not here cannot sign.
  if (env.AUTH_SIGNING_KEY || (isSignedElsewhere && !keyFile)) return '$TOKEN';
  const { DATA_DIR, AUTH_ISSUER, AUTH_AUDIENCE } = keySettings;
  const read = (from: NodeJS.ProcessEnv) => readSettings({ DATA_DIR, AUTH_ISSUER, AUTH_AUDIENCE }, from);
  const usual: Record<string, string> = read({});
  const settings = Object.entries({ ...read(env), ...(keyFile && { AUTH_SIGNING_KEY_FILE: keyFile }) })
    .filter(([name, value]) => value !== usual[name])
    .map(([name, value]) => `${name}=${quoted(value)} `);
  return `$(${settings.join('')}npm run -s token)`;
}

function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
