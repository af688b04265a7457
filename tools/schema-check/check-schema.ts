import { CompositionError, composeSubgraphs } from '../compose/compose-supergraph.ts';
import type { SubgraphSource } from '../compose/subgraph-source.ts';
import type { ClientOperation } from '../operations/read-operations.ts';
import { createPlanner } from '../plan/planner.ts';
import { apiChanges } from './api-changes.ts';
import type { Baseline } from './baseline.ts';
import { type Budgets, checkPlans } from './budgets.ts';
import { applyExceptions, type Exception } from './exceptions.ts';
import type { CheckReport, Finding, Level, PlanMove } from './finding.ts';
import { checkOperations, isInvalid } from './invalid-operations.ts';
import { judge } from './judge.ts';
import { lint } from './lint/lint.ts';
import { indexOperations } from './operation-uses.ts';
import { supergraphChanges } from './supergraph-changes.ts';
import { readInternals } from './supergraph-internals.ts';
import type { Usage } from './usage.ts';
import { createWhere } from './where.ts';

/** All that a schema check looks at. */
export interface CheckInput {
  readonly subgraphs: readonly SubgraphSource[];
  readonly baseline: Baseline;
  readonly operations: readonly ClientOperation[];
  readonly budgets: Budgets;
  readonly exceptions: readonly Exception[];
  readonly usage?: Usage | undefined;
  /** The present day, as YYYY-MM-DD. */
  readonly today: string;
}

const ORDER: readonly Level[] = ['refused', 'warning', 'allowed', 'note'];

/**
 * Checks what a change of the schemas does: whether they still compose, what clients notice, which operations it hits,
 * whether the conventions hold, and how the query plans move.
 */
export async function checkSchema(input: CheckInput): Promise<CheckReport> {
  const { subgraphs, baseline, exceptions, today } = input;
  const composed = compose(subgraphs);
  const { findings, plans } =
    'failures' in composed
      ? { findings: composed.failures, plans: [] }
      : await checkComposed(composed.supergraphSdl, input);
  const all = [...findings, ...lint(subgraphs, today)];
  const judged = withoutEchoes(applyExceptions(all, exceptions, today)).sort(
    (a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level),
  );
  const verdict = judged.some(({ level }) => level === 'refused') ? 'refused' : 'ok';
  return { verdict, against: baseline.name, findings: judged, plans };
}

function compose(subgraphs: readonly SubgraphSource[]): { supergraphSdl: string } | { failures: Finding[] } {
  try {
    return composeSubgraphs(subgraphs);
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    const failures = error.problems.map(({ code, message, subgraphs: names, places, remedy }): Finding => {
      const at = names.join(', ');
      return { level: 'refused', subject: 'composition', rule: code, at, message, places, remedy };
    });
    return { failures };
  }
}

async function checkComposed(
  supergraphSdl: string,
  { subgraphs, baseline, operations, budgets, usage }: CheckInput,
): Promise<{ findings: Finding[]; plans: PlanMove[] }> {
  const before = createPlanner(baseline.supergraphSdl);
  const after = createPlanner(supergraphSdl);
  const clients = { uses: indexOperations(before.apiSchema, operations), usage };
  const internals = readInternals(baseline.supergraphSdl);
  const where = createWhere(subgraphs, internals);
  const changes = [
    ...(await apiChanges(before.apiSchema, after.apiSchema, where)),
    ...supergraphChanges(internals, readInternals(supergraphSdl), where),
  ].map((change) => judge(change, clients));
  const faults = checkOperations(after.apiSchema, operations);
  const invalid = new Set(faults.filter(isInvalid).map(({ at }) => at));
  const valid = operations.filter(({ name }) => !invalid.has(name));
  const { moves, findings } = checkPlans(valid, after, baseline.plans, budgets);
  return { findings: [...changes, ...faults, ...findings], plans: moves };
}

/** An invalid operation is not told again where a refused change has named the same line. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const named = new Set(
    findings
      .filter(({ level, subject }) => level === 'refused' && subject === 'change')
      .flatMap(({ hits = [] }) => hits.map(({ place }) => `${place.file}:${place.line}`)),
  );
  return findings.filter(
    (finding) =>
      !isInvalid(finding) || !finding.places.some(({ file, line }) => named.has(`${file}:${line}`)),
  );
}
