import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readSupergraph } from './compose/read-supergraph.ts';
import { type ClientOperation, readClientOperations } from './operations/read-operations.ts';
import { measurePlan } from './plan/measure.ts';
import { committedPlans, PLANS, planFiles, stalePlans } from './plan/plan-files.ts';
import { createPlanner, type Planner } from './plan/planner.ts';
import { printMermaid } from './plan/print-mermaid.ts';
import { printTree } from './plan/print-tree.ts';
import { RefusedError, runTool, UsageError } from './run-tool.ts';

const HELP = `npm run plan -- FILE... [--mermaid | --json]
npm run plan -- --write | --check

Prints how the gateway runs the operations of the given files: its fetches as a tree, with the numbers of the plan.

  --mermaid          as a Mermaid flow chart
  --json             as JSON: [{operation, calls, hops, cost, plan}]
  --write            write the plans of all operations to ${PLANS}/, and remove those of operations that are gone
  --check            write nothing; fail when ${PLANS}/ is not what would be written
  --supergraph FILE  default supergraph.graphql

calls is the number of subgraph requests, hops how many of them wait for each other, cost the planner's own measure.
`;

await runTool(import.meta, HELP, async (out) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mermaid: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      supergraph: { type: 'string', default: 'supergraph.graphql' },
    },
  });
  if (!existsSync(values.supergraph)) {
    throw new UsageError(`${values.supergraph}: there is no such file: run \`npm run compose\``);
  }
  const planner = createPlanner(readSupergraph(values.supergraph));
  const operations = readClientOperations('operations');
  if (values.check) return check(operations, planner, out);
  if (values.write) return write(operations, planner, out);
  const chosen = positionals.flatMap((path) => operationsOf(path, operations));
  if (chosen.length === 0) throw new UsageError(`name a file of operations\n\n${HELP}`);
  const plans = chosen.map((operation) => ({ operation, plan: planner.plan(operation) }));
  if (values.json) {
    const rows = plans.map(({ operation, plan }) => ({
      operation: operation.name,
      ...measurePlan(plan),
      plan,
    }));
    out(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  for (const { operation, plan } of plans) {
    const { calls, hops, cost } = measurePlan(plan);
    out(values.mermaid ? '' : `${operation.name}: ${calls} calls, ${hops} hops, cost ${cost}\n\n`);
    out(`${values.mermaid ? printMermaid(plan) : printTree(plan)}\n`);
  }
});

function operationsOf(path: string, known: readonly ClientOperation[]): readonly ClientOperation[] {
  const found = known.filter(({ file }) => file === relative(process.cwd(), path));
  if (found.length > 0) return found;
  if (!existsSync(path)) throw new UsageError(`${path}: there is no such file`);
  throw new UsageError(`${path}: has no operation, or lies outside operations/`);
}

function check(operations: readonly ClientOperation[], planner: Planner, out: (text: string) => void): void {
  const stale = stalePlans(operations, planner);
  if (stale.length > 0) throw new RefusedError(`stale: ${stale.join(', ')}: run \`npm run plan -- --write\``);
  out(`${operations.length} plans are fresh\n`);
}

function write(operations: readonly ClientOperation[], planner: Planner, out: (text: string) => void): void {
  const fresh = planFiles(operations, planner);
  for (const file of committedPlans('.').keys()) if (!fresh.has(file)) rmSync(file);
  for (const [file, content] of fresh) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  out(`wrote ${fresh.size} plans\n`);
}
