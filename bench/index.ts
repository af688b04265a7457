import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Suite, tableOf } from './rows.ts';

const NOT_SUITES = ['index.ts', 'rows.ts'];
const suites = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !NOT_SUITES.includes(file))
  .map((file) => file.slice(0, -'.ts'.length));

const USAGE = `npm run bench -- <suite> [--quick] [--json FILE] [--rate N]

Measures, and prints a table. FILE gets the rows: [{suite, workload, subject, metric, value, unit}].
With --rate, the suite \`load\` sends that many requests a second; without it, it searches the highest rate that holds.

suites: ${suites.join(', ')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    rate: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const name = positionals[0] ?? '';
const file = new URL(`${name}.ts`, import.meta.url);

const isRate = values.rate === undefined || Number(values.rate) >= 1;

if (values.help || !isRate || !suites.includes(name) || !existsSync(file)) {
  (values.help ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const { run } = (await import(file.href)) as { run: Suite };
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const rate = values.rate === undefined ? null : Number(values.rate);
  const rows = await run({ quick: values.quick, rate, report });
  process.stdout.write(`${tableOf(rows)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}
