import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { BenchOptions, Row } from './rows.ts';
import { type GeneratedGraph, type GraphSize, generateGraph, typesOf } from './schema/generate-graph.ts';

const TOOLS = resolve(import.meta.dirname, '../tools');

const FULL: GraphSize = { subgraphs: 100, entities: 10, operations: 1_000 };
const QUICK: GraphSize = { subgraphs: 20, entities: 10, operations: 200 };

/** The field that the change takes away; operations select it. */
const REMOVED = '  "Text 0."\n  text0: String\n';

/**
 * Measures `npm run schema:check` as a person runs it, from the start of the process to its end, on a generated graph in
 * a git repository of its own, of which one subgraph has changed.
 */
export async function run({ quick, report }: BenchOptions): Promise<Row[]> {
  const size = quick ? QUICK : FULL;
  const root = mkdtempSync(join(tmpdir(), 'schema-bench-'));
  try {
    writeProject(root, generateGraph(size));
    report(`composing ${size.subgraphs} subgraphs`);
    const compose = await measure('compose.ts', [], root, 0);
    report(`planning ${size.operations} operations`);
    const plan = await measure('plan.ts', ['--write'], root, 0);
    commit(root);
    report('checking a change');
    const schema = join(root, 'subgraphs/domain-0.graphql');
    writeFileSync(schema, readFileSync(schema, 'utf8').replace(REMOVED, ''));
    const check = await measure('schema-check.ts', ['--against', 'HEAD', '--format', 'json'], root, 1);
    verify(check.output);
    const workload = `${size.subgraphs} subgraphs, ${typesOf(size)} types, ${size.operations} operations`;
    const rows = { compose, 'plan --write': plan, 'schema:check': check };
    return Object.entries(rows).flatMap(([subject, { seconds, peakMb }]) => [
      { suite: 'schema', workload, subject, metric: 'time', value: round(seconds), unit: 's' },
      { suite: 'schema', workload, subject, metric: 'peak memory', value: round(peakMb), unit: 'MB' },
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A fast answer counts only if it is the right one: the one field, with the operations that select it. */
function verify(output: string): void {
  const { findings } = JSON.parse(output) as { findings: { level: string; at: string; hits: unknown[] }[] };
  const refused = findings.filter(({ level }) => level === 'refused');
  if (refused.length === 1 && refused[0]?.at === 'D0Thing0.text0' && refused[0].hits.length > 0) return;
  throw new Error(`the check refused ${JSON.stringify(refused.map(({ at }) => at))}`);
}

function writeProject(root: string, { subgraphs, operations }: GeneratedGraph): void {
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  for (const [name, schema] of subgraphs) write(`subgraphs/${name}.graphql`, schema);
  for (const [name, document] of operations) write(`operations/${name}.graphql`, document);
  const entries = [...subgraphs.keys()].map(
    (name) =>
      `  ${name}:\n    routing_url: http://127.0.0.1/${name}\n    schema:\n      file: subgraphs/${name}.graphql\n`,
  );
  write('supergraph.yaml', `federation_version: =2.9.0\nsubgraphs:\n${entries.join('')}`);
}

function commit(root: string): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '--message', 'base');
}

/** Runs in the tool's process, and tells this one how much memory it took. */
const REPORT = 'process.on("exit", () => process.send(process.resourceUsage().maxRSS))';

async function measure(
  tool: string,
  args: readonly string[],
  cwd: string,
  expected: number,
): Promise<{ seconds: number; peakMb: number; output: string }> {
  const started = performance.now();
  const child = fork(join(TOOLS, tool), args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  let peakKb = 0;
  child.on('message', (kilobytes) => {
    peakKb = Number(kilobytes);
  });
  const [code] = await once(child, 'close');
  if (code !== expected) throw new Error(`${tool} ended with exit code ${code}, not ${expected}`);
  return { seconds: (performance.now() - started) / 1000, peakMb: peakKb / 1024, output };
}

const round = (value: number) => Math.round(value * 10) / 10;
