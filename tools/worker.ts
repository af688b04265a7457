import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const workers = readSupergraphYaml('supergraph.yaml')
  .subgraphs.map(({ name, schemaFile }) => ({ name, file: join(dirname(schemaFile), 'worker.ts') }))
  .filter(({ file }) => existsSync(file));

const HELP = `npm run worker -- NAME [OPTIONS]

Runs the background work of one subgraph as a process of its own, beside its API; start it several times for more of it.
It needs a broker (BROKER_URL) and a database server (DATABASE_URL), which all of its processes share.
All settings come from the environment: docs/running.md.
There is: ${workers.map(({ name }) => name).join(', ')}.

  workflows --only NAME,...  advances these workflows alone, so that no other one's load delays them
`;

await runTool(import.meta, HELP, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    // The worker itself reads it.
    options: { only: { type: 'string' } },
  });
  const [name, ...rest] = positionals;
  const worker = workers.find((each) => each.name === name);
  if (!worker) throw new UsageError(`there is no worker ${name ?? ''}\n\n${HELP}`);
  if (rest.length > 0) throw new UsageError(`${rest.join(' ')}: name one worker`);
  if (values.only !== undefined && name !== 'workflows')
    throw new UsageError(`--only: ${name} has no workflows`);
  if (!process.env.BROKER_URL && !process.env.BROKER_URL_FILE)
    throw new UsageError('set BROKER_URL: without a broker a worker would hear of nothing');
  await import(pathToFileURL(worker.file).href);
});
