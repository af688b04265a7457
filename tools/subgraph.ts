import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const { subgraphs } = readSupergraphYaml('supergraph.yaml');

const HELP = `npm run subgraph -- NAME

Runs one subgraph as a process of its own, at the port of its routing_url in supergraph.yaml (or PORT, or <NAME>_PORT).
There is: ${subgraphs.map(({ name }) => name).join(', ')}.
`;

await runTool(import.meta, HELP, async () => {
  const name = process.argv[2];
  const entry = subgraphs.find((each) => each.name === name);
  const main = entry && join(dirname(entry.schemaFile), 'main.ts');
  if (!main || !existsSync(main)) throw new UsageError(`there is no subgraph ${name ?? ''}\n\n${HELP}`);
  process.env.PORT ??= new URL(entry.routingUrl).port;
  await import(pathToFileURL(main).href);
});
