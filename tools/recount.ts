import { parseArgs } from 'node:util';
import { createLogger } from '../kit/logger.ts';
import { hasRoom, openAtRest } from '../kit/server/room.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run recount [-- NAME ...]

Counts what the subgraphs keep totals of (likes, units sold, purchases, order metrics, unread notifications, reports) and compares.
Mends nothing, and may run beside everything else. Exit code 1 when a total is wrong. The databases are those that the settings name
(DATABASE_URL, DATA_DIR); they are brought to the version of this code first, and local files that are missing are made.

  NAME ...   these subgraphs only
`;

await runTool(import.meta, HELP, async (out) => {
  const only = parseArgs({ allowPositionals: true }).positionals;
  const entries = readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom);
  const unknown = only.find((name) => !entries.some((entry) => entry.name === name));
  if (unknown !== undefined) throw new UsageError(`there is no subgraph ${unknown}\n\n${HELP}`);
  const log = createLogger('recount', 'warn');
  for (const entry of entries.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const subgraph = await openAtRest(entry, { log });
    try {
      const drifts = await subgraph.recount(subgraph.database);
      out(`${drifts.length === 0 ? '✓' : '✗'} ${entry.name}\n`);
      for (const { what, kept, counted } of drifts) out(`    ${what}: kept ${kept}, counted ${counted}\n`);
      if (drifts.length > 0) process.exitCode = 1;
    } finally {
      await subgraph.close();
    }
  }
});
