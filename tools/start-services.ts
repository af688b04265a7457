import { parseArgs } from 'node:util';
import { onEnd } from '../kit/lifecycle.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { loadKeys } from '../kit/viewer/keys.ts';
import { runTool } from './run-tool.ts';
import { parsePortRange } from './services/ports.ts';
import { createSharedLog } from './start-services/log.ts';
import { parseScale, planPrograms } from './start-services/programs.ts';
import { type Running, type Supervisor, supervise } from './start-services/supervisor.ts';

const HELP = `npm run start:services [-- --scale NAME=N ...] [--ports A-B]

Runs the gateway, each subgraph and each worker as a process of its own, with one log. What dies is started again, after
a delay that grows to 10 s. Ctrl-C stops all; a second one does not wait for what is under way.

  --scale orders=2   several instances of a subgraph, between which the gateway balances; may be given more than once
  --ports A-B        the subgraphs' ports, instead of those in supergraph.yaml

The gateway listens on PORT (4000) of HOST (127.0.0.1), the subgraphs on 127.0.0.1. Without DATABASE_URL each domain has
a SQLite file in DATA_DIR, which several instances may share. For MariaDB:

  npm run services -- up && eval "$(npm run -s services -- env)" && npm run start:services
`;

await runTool(import.meta, HELP, async (out) => {
  const started = Date.now();
  const { values } = parseArgs({
    options: { scale: { type: 'string', multiple: true, default: [] }, ports: { type: 'string' } },
  });
  const { subgraphs } = readSupergraphYaml('supergraph.yaml');
  const scale = parseScale(
    values.scale,
    subgraphs.map(({ name }) => name),
  );
  const ports = values.ports === undefined ? undefined : parsePortRange(values.ports);
  const { local } = await loadKeys(process.env, 'jwks', 'subgraphSecret');
  const programs = await planPrograms(subgraphs, { env: process.env, scale, ports });

  const log = createSharedLog(
    programs.map(({ name }) => name),
    process.stdout,
  );
  const supervisor = supervise({ programs, onLine: log.line, onNote: log.note });
  const stopped = stopWhenTold(supervisor);
  try {
    const running = await Promise.race([supervisor.ready, stopped]);
    if (running) out(greeting(running, { milliseconds: Date.now() - started, local }));
    await stopped;
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  // What still holds the process, such as signal handlers, need not be waited for.
  process.exit();
});

/** Resolves when all has ended because somebody said so. */
function stopWhenTold(supervisor: Supervisor): Promise<void> {
  return new Promise((resolve, reject) => onEnd(() => void supervisor.stop().then(resolve, reject)));
}

function greeting(
  running: ReadonlyMap<string, Running>,
  { milliseconds, local }: { milliseconds: number; local: boolean },
): string {
  const graph = running.get('gateway')?.address;
  const page = local ? [['playground', `${graph}/   (an admin token is filled in)`]] : [];
  const programs = [...running].map(([name, { address, pid }]) => [name, `${address}   (pid ${pid})`]);
  const rows = [['graph', `${graph}/graphql`], ...page, ...programs];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return `
  Tessera is ready, after ${(milliseconds / 1000).toFixed(1)} s, in ${running.size} processes.

${rows.map(([name = '', where]) => `  ${name.padEnd(width)}   ${where}`).join('\n')}

  Ctrl-C stops all.

`;
}
