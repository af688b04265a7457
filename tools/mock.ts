import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { commonSettings, port, readSettings } from '../kit/config.ts';
import { createLifecycle } from '../kit/lifecycle.ts';
import { createLogger } from '../kit/logger.ts';
import { listen } from '../kit/server/http.ts';
import { createSubgraphServer } from '../kit/server/run-subgraph.ts';
import { urlSettingOf } from '../kit/server/supergraph-yaml.ts';
import { loadKeys } from '../kit/viewer/keys.ts';
import { createMockSubgraph } from './mock/mock-subgraph.ts';
import { readSubgraphSchemas } from './mock/subgraph-schemas.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run mock [-- --mock NAME,NAME | --only NAME,NAME] [--seed TEXT] [--port N]

Runs the graph with mocks in place of subgraphs, so that a front end can start before a subgraph exists: a schema in
supergraph.yaml and \`npm run compose\` are enough. Without --mock and --only, all subgraphs are mocks.

  --mock NAME,...   mock these; the others run
  --only NAME,...   run these; mock the others
  --seed TEXT       other data; default 1
  --port N          default 4000

A mock's data are made of the seed, the type, the id and the field: the same id is the same thing wherever it is read,
and tomorrow. What a mutation writes is remembered until the end. Filters and orders of lists are ignored.
`;

await runTool(import.meta, HELP, async (out) => {
  const { values } = parseArgs({
    options: {
      mock: { type: 'string' },
      only: { type: 'string' },
      seed: { type: 'string', default: '1' },
      port: { type: 'string', default: process.env.PORT || '4000' },
    },
  });
  const settings = readSettings(
    { LOG_LEVEL: commonSettings.LOG_LEVEL, PORT: port(4000) },
    { ...process.env, PORT: values.port },
  );
  const schemas = readSubgraphSchemas(process.env.SUPERGRAPH || 'supergraph.graphql');
  const mocked = chooseMocked(
    schemas.map(({ name }) => name),
    values,
  );
  const log = createLogger('mock', settings.LOG_LEVEL === 'info' ? 'warn' : settings.LOG_LEVEL);
  const keys = await loadKeys(process.env);
  const lifecycle = createLifecycle(log);
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(settings.PORT) };

  for (const schema of schemas.filter(({ name }) => mocked.has(name))) {
    const mock = await createMockSubgraph(schema, values.seed, log);
    const server = createSubgraphServer(mock, keys, log);
    lifecycle.onStop(schema.name, () => server.close());
    env[urlSettingOf(schema.name)] = `${await listen(server, '127.0.0.1', 0)}/graphql`;
  }
  out(`mocks stand for ${[...mocked].join(', ')}\n`);
  process.exitCode = await runGraph(env);
  await lifecycle.stop();
});

/** Which subgraphs are mocks, by the command line. */
function chooseMocked(
  names: readonly string[],
  { mock, only }: { mock?: string | undefined; only?: string | undefined },
) {
  if (mock !== undefined && only !== undefined) throw new UsageError('give --mock or --only, not both');
  const named = (mock ?? only ?? '').split(',').filter(Boolean);
  const unknown = named.find((name) => !names.includes(name));
  if (unknown) throw new UsageError(`there is no subgraph ${unknown}: there is ${names.join(', ')}`);
  return new Set(mock === undefined ? names.filter((name) => !named.includes(name)) : named);
}

/** Runs the rest of the graph, which calls the mocks over HTTP, until it or this process is ended. */
function runGraph(env: NodeJS.ProcessEnv): Promise<number> {
  const graph = spawn(process.execPath, ['main.ts'], { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => graph.kill(signal));
  return new Promise((resolve) => graph.once('exit', (code) => resolve(code ?? 1)));
}
