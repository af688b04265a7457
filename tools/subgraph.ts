import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const { subgraphs } = readSupergraphYaml('supergraph.yaml');

const HELP = `npm run subgraph -- NAME

Runs one subgraph as a process of its own, at the port of its routing_url in supergraph.yaml (or PORT, or <NAME>_PORT).
All other settings come from the environment, too: DATABASE_URL, BROKER_URL, DATA_DIR and those in docs/running.md.
There is: ${subgraphs.map(({ name }) => name).join(', ')}.
`;

await runTool(import.meta, HELP, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name, ...rest] = positionals;
  const entry = subgraphs.find((each) => each.name === name);
  const main = entry && join(dirname(entry.schemaFile), 'main.ts');
  if (!main || !existsSync(main)) throw new UsageError(`there is no subgraph ${name ?? ''}\n\n${HELP}`);
  if (rest.length > 0) throw new UsageError(`${rest.join(' ')}: name one subgraph`);
  process.env.PORT ||= new URL(entry.routingUrl).port;
  await import(pathToFileURL(main).href);
});
