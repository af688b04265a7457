import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';
import { allOrNothing } from './subgraph-new/changes.ts';
import { CONTAINERS, removeService } from './subgraph-new/compose-service.ts';
import { ACCOUNTS, removeAccount } from './subgraph-new/mysql-account.ts';
import { regenerate } from './subgraph-new/regenerate.ts';
import { removeEntry } from './subgraph-new/supergraph-entry.ts';

const HELP = `npm run subgraph:remove -- NAME

The inverse of \`npm run subgraph:new\`: takes a subgraph's room, tables and lines in supergraph.yaml,
sql/mysql-init.sql and docker-compose.yml away, composes the supergraph and generates the types again. When the rest does not compose without it, nothing is changed. What is taken
away is kept in .data/removed/; the data of a database that has been made stay where they are, and so do its queues at a
broker (events/README.md says how to delete them).
`;

await runTool(import.meta, HELP, async (out) => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name, ...rest] = positionals;
  if (!name || rest.length > 0) throw new UsageError(`name one subgraph\n\n${HELP}`);
  const { subgraphs } = readSupergraphYaml('supergraph.yaml');
  if (!subgraphs.some((each) => each.name === name))
    throw new UsageError(
      `${name}: supergraph.yaml lists no such subgraph; there is ${subgraphs.map((each) => each.name).join(', ')}`,
    );

  const kept = join('.data', 'removed', `${name}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
  await allOrNothing(async (changes) => {
    changes.write('supergraph.yaml', removeEntry(readFileSync('supergraph.yaml', 'utf8'), name));
    changes.write(ACCOUNTS, removeAccount(readFileSync(ACCOUNTS, 'utf8'), name));
    changes.write(CONTAINERS, removeService(readFileSync(CONTAINERS, 'utf8'), name));
    for (const folder of ['subgraphs', 'sql'])
      if (existsSync(join(folder, name))) changes.move(join(folder, name), join(kept, folder));
    await regenerate(changes);
  });
  out(`removed ${name}; its files are kept in ${kept}\n`);
});
