import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judgeLicenses } from './licenses/judge-licenses.ts';
import { runTool } from './run-tool.ts';

const HELP = `npm run licenses

Checks the licences of all packages that a production install puts on a machine, by package-lock.json. Allowed are
permissive ones, and exceptions by package, each with its reason: tools/licenses/policy.ts. Exit code 1 for any other.
`;

await runTool(import.meta, HELP, async (out) => {
  parseArgs({ options: {} });
  const { counts, faults } = judgeLicenses(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  for (const fault of faults)
    out(`✗ ${fault}: not allowed: replace the package, or decide on it in tools/licenses/policy.ts\n`);
  const summary = [...counts].sort(([, a], [, b]) => b - a).map(([license, count]) => `${license} ${count}`);
  out(`${summary.join(', ')}\n`);
  if (faults.length > 0) process.exitCode = 1;
});
