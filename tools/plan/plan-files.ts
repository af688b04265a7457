import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryPlan } from '@apollo/query-planner';
import type { ClientOperation } from '../operations/read-operations.ts';
import { measurePlan, type PlanNumbers } from './measure.ts';
import type { Planner } from './planner.ts';
import { printTree } from './print-tree.ts';

/** Where the plan of each operation is kept, from the root of the project. */
export const PLANS = 'operations/plans';

/** The file that an operation's plan is kept in. */
export const planFile = (operation: string) => `${PLANS}/${operation}.txt`;

/** A plan as its file has it: the numbers first, which schema checks compare, then the tree. */
export function printPlan({ name, file }: ClientOperation, plan: QueryPlan): string {
  const { calls, hops, cost } = measurePlan(plan);
  return `# The query plan of ${name} (${file}), written by \`npm run plan -- --write\`.
calls ${calls}
hops ${hops}
cost ${cost}

${printTree(plan)}
`;
}

/** The numbers of a plan's file, or nothing when it is none. */
export function readNumbers(text: string): PlanNumbers | undefined {
  const [, calls, hops, cost] = /^calls (\d+)\nhops (\d+)\ncost (\d+)$/m.exec(text) ?? [];
  return calls ? { calls: Number(calls), hops: Number(hops), cost: Number(cost) } : undefined;
}

/** The files of all plans with their content, as the supergraph now has it. */
export const planFiles = (operations: readonly ClientOperation[], planner: Planner): Map<string, string> =>
  new Map(
    operations.map((operation) => [planFile(operation.name), printPlan(operation, planner.plan(operation))]),
  );

/** The plan files that are there, with their content. */
export const committedPlans = (root: string): Map<string, string> =>
  new Map(
    globSync(`${PLANS}/*.txt`, { cwd: root })
      .sort()
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')]),
  );

/** The plan files of the present folder that are not what would be written, or should not be there. */
export function stalePlans(operations: readonly ClientOperation[], planner: Planner): string[] {
  const committed = committedPlans('.');
  const fresh = planFiles(operations, planner);
  return [...new Set([...fresh.keys(), ...committed.keys()])].filter(
    (file) => fresh.get(file) !== committed.get(file),
  );
}
