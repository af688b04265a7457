import { parseArgs } from 'node:util';
import { createLogger } from '../kit/logger.ts';
import { hasRoom, openAtRest } from '../kit/server/room.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run migrate [-- NAME...]

Brings the databases of the subgraphs, or of those that are named, to the version of this code, and ends: a step of a
deployment, before the new processes start. Each subgraph also does it at its start, so it may be left out; it is safe
beside running processes and beside itself. Settings are those of the subgraphs: DATABASE_URL and the rest.
`;

await runTool(import.meta, HELP, async (out) => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const rooms = readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom);
  const unknown = positionals.find((name) => !rooms.some((room) => room.name === name));
  if (unknown)
    throw new UsageError(
      `there is no subgraph ${unknown}: there is ${rooms.map(({ name }) => name).join(', ')}`,
    );
  const log = createLogger('migrate', 'warn');
  for (const room of rooms.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const started = Date.now();
    const subgraph = await openAtRest(room, { log: log.child({ subgraph: room.name }) });
    await subgraph.close();
    out(`${room.name}: ${subgraph.database.where} is up to date (${Date.now() - started} ms)\n`);
  }
});
