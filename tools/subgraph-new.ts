import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTool, UsageError } from './run-tool.ts';
import { allOrNothing } from './subgraph-new/changes.ts';
import { addService, CONTAINERS } from './subgraph-new/compose-service.ts';
import { ACCOUNTS, addAccount } from './subgraph-new/mysql-account.ts';
import { planSubgraph } from './subgraph-new/plan-subgraph.ts';
import { regenerate } from './subgraph-new/regenerate.ts';
import { renderTemplates } from './subgraph-new/render-templates.ts';
import { addEntry } from './subgraph-new/supergraph-entry.ts';

const HELP = `npm run subgraph:new -- NAME [--entity TYPE] [--extends TYPE]

Writes a new subgraph: its room in subgraphs/NAME, its tables and sample data in sql/NAME, its lines in supergraph.yaml,
sql/mysql-init.sql and docker-compose.yml; then composes the supergraph and generates the types. Its tests pass at once, and no other
subgraph is touched. When something fails, nothing is left behind. \`npm run subgraph:remove -- NAME\` takes it away.

  NAME             in lower case and, as a rule, in the plural: reviews, gift-cards
  --entity TYPE    the entity that it owns; default the singular of NAME: Review, GiftCard
  --extends TYPE   the entity that gets a list of them; default User. A user's are the user's alone, and deleted with
                   the user; what belongs to another entity is public, and created by admins
`;

await runTool(import.meta, HELP, async (out) => {
  const started = Date.now();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { entity: { type: 'string' }, extends: { type: 'string', default: 'User' } },
  });
  const [name, ...rest] = positionals;
  if (!name || rest.length > 0) throw new UsageError(`name one subgraph\n\n${HELP}`);
  const plan = planSubgraph({ name, entity: values.entity, parent: values.extends });
  const room = join('subgraphs', name);

  await allOrNothing(async (changes) => {
    for (const templates of plan.owned ? ['room', 'user'] : ['room'])
      for (const [file, content] of renderTemplates(templates, plan))
        changes.write(join(room, file), content);
    for (const [file, content] of renderTemplates('sql', plan))
      changes.write(join('sql', name, file), content);
    format(room);
    changes.write('supergraph.yaml', addEntry(readFileSync('supergraph.yaml', 'utf8'), name, plan.port));
    changes.write(ACCOUNTS, addAccount(readFileSync(ACCOUNTS, 'utf8'), name));
    changes.write(CONTAINERS, addService(readFileSync(CONTAINERS, 'utf8'), name));
    await regenerate(changes);
  });

  out(`wrote ${room} and sql/${name}: ${plan.Entity}, ${plan.Parent}.${plan.plural}, port ${plan.port} (${Date.now() - started} ms)

  its contract    ${room}/schema.graphql
  its tests       npm test -- ${room}
  all of it       npm start
  away with it    npm run subgraph:remove -- ${name}
`);
});

/** Brings the files into the project's form: where lines break depends on how long the names are. */
function format(folder: string): void {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/biome', ['check', '--write', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the new files do not pass the linter:\n${stdout}${stderr}`);
}
