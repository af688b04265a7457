import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayOf } from '../kit/telemetry/usage-file.ts';
import { checkComposeFile, findCompose, lintDockerfile } from './check/containers.ts';
import { checkFloorPlan } from './check/floor-plan.ts';
import { generateAll } from './codegen/generate-all.ts';
import { composeSupergraph } from './compose/compose-supergraph.ts';
import { readSubgraphs } from './compose/subgraph-source.ts';
import { readClientOperations } from './operations/read-operations.ts';
import { stalePlans } from './plan/plan-files.ts';
import { createPlanner } from './plan/planner.ts';
import { runTool } from './run-tool.ts';
import { lint } from './schema-check/lint/lint.ts';

const HELP = `npm run check

Everything that can be said of the code without running it: types, lint and format, who imports whom, the floor plan
of the subgraphs, that generated files and query plans are fresh, the conventions of the schemas, the definitions of
workflows, and the files that make containers. Prints a line for each check, and plainly says which one could not be made here; exit code 1 when one fails.
`;

/** The check cannot be made on this machine. */
class NotChecked extends Error {}

/** A check gives what is wrong; empty when all is well. */
type Check = () => Promise<string> | string;

const CHECKS: Readonly<Record<string, Check>> = {
  types: async () => (await run('tsc', '--noEmit')) + (await run('tsc', '-p', 'console')),
  'lint and format': () => run('biome', 'check', '--error-on-warnings', '.'),
  'import rules': () =>
    run('depcruise', '--config', '.dependency-cruiser.mjs', ...ROOMS.filter((room) => existsSync(room))),
  'floor plan': () => checkFloorPlan('.').join('\n'),
  'generated files': async () => {
    const stale = [...(await generateAll())].filter(
      ([file, content]) => !existsSync(file) || readFileSync(file, 'utf8') !== content,
    );
    return stale.map(([file]) => `${file} is stale: run \`npm run codegen\``).join('\n');
  },
  supergraph: () =>
    readFileSync('supergraph.graphql', 'utf8') === composeSupergraph('supergraph.yaml').supergraphSdl
      ? ''
      : 'supergraph.graphql is stale: run `npm run compose`',
  'query plans': () => {
    const stale = stalePlans(
      readClientOperations('operations'),
      createPlanner(readFileSync('supergraph.graphql', 'utf8')),
    );
    return stale.map((file) => `${file} is stale: run \`npm run plan -- --write\``).join('\n');
  },
  'schema conventions': () =>
    lint(readSubgraphs('supergraph.yaml'), dayOf(new Date()))
      .map(({ places: [place], message, remedy }) => `${place?.file}:${place?.line}: ${message}: ${remedy}`)
      .join('\n'),
  'workflow definitions': () => run('node', 'subgraphs/workflows/check-definitions.ts'),
  Dockerfile: () => lintDockerfile(readFileSync('Dockerfile', 'utf8')).join('\n'),
  async 'docker-compose.yml'() {
    const compose = await findCompose();
    if (!compose)
      throw new NotChecked('Docker Compose 2 is not installed; `npm run test:services` fetches it');
    return checkComposeFile(compose, 'docker-compose.yml');
  },
};

const ROOMS = [
  'main.ts',
  'kit',
  'events',
  'gateway',
  'rest',
  'subgraphs',
  'client',
  'console',
  'tools',
  'bench',
  'tests',
];

await runTool(import.meta, HELP, async (out) => {
  parseArgs({ options: {} });
  for (const [name, check] of Object.entries(CHECKS)) {
    let fault: string;
    try {
      fault = await check();
    } catch (error) {
      if (!(error instanceof NotChecked)) throw error;
      out(`- ${name}: not checked: ${error.message}\n`);
      continue;
    }
    out(fault ? `✗ ${name}\n${fault.trimEnd().replace(/^/gm, '    ')}\n` : `✓ ${name}\n`);
    if (fault) process.exitCode = 1;
  }
});

/** Runs an npm package's command; gives its output when it fails. */
function run(command: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? '' : output || `${command} ended with code ${code}`));
  });
}
