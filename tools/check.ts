import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { checkFloorPlan } from './check/floor-plan.ts';
import { generateAll } from './codegen/generate-all.ts';
import { composeSupergraph } from './compose/compose-supergraph.ts';
import { runTool } from './run-tool.ts';

const HELP = `npm run check

Everything that can be said of the code without running it: types, lint and format, who imports whom, the floor plan
of the subgraphs, and that generated files are fresh. Prints a line for each check; exit code 1 when one fails.
`;

/** A check gives what is wrong; empty when all is well. */
type Check = () => Promise<string> | string;

const CHECKS: Readonly<Record<string, Check>> = {
  types: () => run('tsc', '--noEmit'),
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
};

const ROOMS = ['main.ts', 'kit', 'events', 'gateway', 'subgraphs', 'client', 'tools', 'bench', 'tests'];

await runTool(import.meta, HELP, async (out) => {
  for (const [name, check] of Object.entries(CHECKS)) {
    const fault = await check();
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
