import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultOfCommandLine } from '../kit/command-line.ts';
import { expectWritable, faultOfFile } from '../kit/files.ts';
import { SelectionError } from './engines/select.ts';
import { type SuiteModule, tableOf } from './rows.ts';

const NOT_SUITES = ['index.ts', 'rows.ts'];
const suites = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !NOT_SUITES.includes(file))
  .map((file) => file.slice(0, -'.ts'.length));

const USAGE = `npm run bench -- <suite> [--quick] [--json FILE] [--rate N]

Measures, and prints a table. FILE gets the rows: [{suite, workload, subject, metric, value, unit}].
With --rate, the suite \`load\` sends that many requests a second; without it, it searches the highest rate that holds.

suites: ${suites.join(', ')}; \`npm run bench -- engines --help\` tells more of that one
`;

try {
  process.exitCode = await main();
} catch (error) {
  const usage = faultOfCommandLine(error) ?? (error instanceof SelectionError ? error.message : undefined);
  const expected = usage ?? faultOfFile(error);
  if (expected === undefined) throw error;
  process.stderr.write(`${expected}\n`);
  process.exitCode = usage === undefined ? 1 : 2;
}

/** @returns the exit code */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      svg: { type: 'string' },
      rate: { type: 'string' },
      only: { type: 'string' },
      peers: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [name = '', ...rest] = positionals;
  const isRate = values.rate === undefined || Number(values.rate) >= 1;
  const file = new URL(`${name}.ts`, import.meta.url);
  const suite = suites.includes(name) ? ((await import(file.href)) as SuiteModule) : undefined;
  if (values.help || !isRate || !suite || rest.length > 0) {
    (values.help ? process.stdout : process.stderr).write(suite?.usage ?? USAGE);
    return values.help ? 0 : 2;
  }

  // Before anything is measured: it takes minutes, and then has nowhere to go.
  for (const output of [values.json, values.svg]) if (output) expectWritable(output);
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const { quick, only, peers } = values;
  const rate = values.rate === undefined ? null : Number(values.rate);
  const rows = await suite.run({ quick, rate, only, peers, report });
  process.stdout.write(`${tableOf(rows)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  if (values.svg && suite.chart) writeFileSync(values.svg, suite.chart(rows));
  return 0;
}
