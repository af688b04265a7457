import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    svg: { type: 'string' },
    rate: { type: 'string' },
    only: { type: 'string' },
    peers: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const name = positionals[0] ?? '';
const file = new URL(`${name}.ts`, import.meta.url);

const isRate = values.rate === undefined || Number(values.rate) >= 1;
const isSuite = suites.includes(name) && existsSync(file);
const suite = isSuite ? ((await import(file.href)) as SuiteModule) : undefined;

if (values.help || !isRate || !suite) {
  (values.help ? process.stdout : process.stderr).write(suite?.usage ?? USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const { quick, only, peers } = values;
  const rate = values.rate === undefined ? null : Number(values.rate);
  try {
    const rows = await suite.run({ quick, rate, only, peers, report });
    process.stdout.write(`${tableOf(rows)}\n`);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
    if (values.svg && suite.chart) writeFileSync(values.svg, suite.chart(rows));
  } catch (error) {
    if (!(error instanceof SelectionError)) throw error;
    report(error.message);
    process.exitCode = 2;
  }
}
