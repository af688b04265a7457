import { parseArgs } from 'node:util';
import { createLogger } from '../kit/logger.ts';
import { hasRoom, openAtRest } from '../kit/server/room.ts';
import type { Retell, Subgraph } from '../kit/server/subgraph.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run retell -- NAME ...

Publishes all rows of these subgraphs again, as they are, for domains that keep copies of them: one that has joined after
them, or whose database was restored from an older backup. Who has a copy as new as that does nothing. What has been
deleted is not told again. The messages leave by the processes of the domain that run, or by the next that starts.

  NAME ...   subgraphs that others keep copies of: users, products
`;

await runTool(import.meta, HELP, async (out) => {
  const names = parseArgs({ allowPositionals: true }).positionals;
  const rooms = readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom);
  const entries = names.map((name) => rooms.find((room) => room.name === name));
  const unknown = names.find((_, i) => entries[i] === undefined);
  if (unknown !== undefined) throw new UsageError(`there is no subgraph ${unknown}\n\n${HELP}`);
  if (names.length === 0) throw new UsageError(`say which subgraphs\n\n${HELP}`);
  const log = createLogger('retell', 'warn');
  await using opened = new AsyncDisposableStack();
  const told: (Pick<Subgraph, 'name' | 'database'> & { retell: Retell })[] = [];
  for (const entry of entries.filter((each) => each !== undefined)) {
    const { name, database, retell, close } = await openAtRest(entry, { log });
    opened.defer(close);
    if (!retell) throw new UsageError(`nobody keeps copies of what ${name} has`);
    told.push({ name, database, retell });
  }
  for (const { name, database, retell } of told) {
    let count = 0;
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<Retell>> = await retell(database, after);
      count += page.count;
      after = page.last;
    }
    out(`${name}: told again of ${count}\n`);
  }
});
