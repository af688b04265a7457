import { z } from 'zod';
import { placeOf } from '../compose/place.ts';
import type { ClientOperation } from '../operations/read-operations.ts';
import { measurePlan, type PlanNumbers } from '../plan/measure.ts';
import { planFile, readNumbers } from '../plan/plan-files.ts';
import type { Planner } from '../plan/planner.ts';
import type { Finding, PlanMove } from './finding.ts';
import { readYaml } from './read-yaml.ts';

/** The file in which operations are allowed plans that are dearer than they were. */
export const BUDGETS = 'operations/budgets.yaml';

const limit = z.int('give a whole number').min(0).optional();

const shape = z.record(
  z.string(),
  z.strictObject({
    calls: limit,
    hops: limit,
    cost: limit,
    reason: z.string('say why').min(10, 'say why, in a sentence'),
  }),
);

/** What the plan of an operation may take, where that is not simply what it takes now. */
export type Budgets = z.infer<typeof shape>;

/** @throws SupergraphError when the file is not of its shape */
export const readBudgets = (root: string): Budgets => readYaml(root, BUDGETS, shape).value;

/** Without a budget, calls and hops must not grow; cost may by this much, so that an operation can gain a field. */
const COST_TOLERANCE = 1.1;

/**
 * Plans each operation and compares it with what it took before and may take.
 *
 * @param before the content of each plan file, as it was committed
 */
export function checkPlans(
  operations: readonly ClientOperation[],
  planner: Planner,
  before: ReadonlyMap<string, string>,
  budgets: Budgets,
): { moves: PlanMove[]; findings: Finding[] } {
  const moves: PlanMove[] = [];
  const findings: Finding[] = [];
  for (const operation of operations) {
    const { name, file } = operation;
    const old = readNumbers(before.get(planFile(name)) ?? '');
    const after = measurePlan(planner.plan(operation));
    if (!old) moves.push({ operation: name, file, after });
    else if (NUMBERS.some((number) => old[number] !== after[number])) {
      moves.push({ operation: name, file, before: old, after });
    }
    findings.push(...overBudget(operation, limitsOf(old, budgets[name]), after));
  }
  return { moves, findings };
}

const NUMBERS = ['calls', 'hops', 'cost'] as const;

type Limits = { readonly [K in keyof PlanNumbers]?: number | undefined };

const limitsOf = (old: PlanNumbers | undefined, budget: Budgets[string] | undefined): Limits => ({
  calls: budget?.calls ?? old?.calls,
  hops: budget?.hops ?? old?.hops,
  cost: budget?.cost ?? (old && Math.floor(old.cost * COST_TOLERANCE)),
});

function overBudget({ name, node }: ClientOperation, limits: Limits, after: PlanNumbers): Finding[] {
  const over = NUMBERS.filter((number) => after[number] > (limits[number] ?? Number.POSITIVE_INFINITY));
  if (over.length === 0) return [];
  const place = placeOf(node);
  return [
    {
      level: 'refused',
      subject: 'plan',
      rule: 'PLAN_OVER_BUDGET',
      at: name,
      message: `the plan takes ${over.map((each) => `${after[each]} ${each}, ${limits[each]} allowed`).join('; ')}`,
      places: place ? [place] : [],
      ...(place && { hits: [{ operation: name, place }] }),
      remedy: `Look at it with \`npm run plan\`; if it is worth it, give ${name} a budget with a reason in ${BUDGETS}.`,
    },
  ];
}
