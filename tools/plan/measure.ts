import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import { askedOf } from './print-tree.ts';

/** What a plan takes to run. A condition (`@skip`, `@include`) counts as its dearer side. */
export interface PlanNumbers {
  /** Requests to subgraphs. */
  readonly calls: number;
  /** Requests that wait for each other, one after another. */
  readonly hops: number;
  /** The planner's own measure by which it chooses among plans; larger is dearer. */
  readonly cost: number;
}

const NOTHING: PlanNumbers = { calls: 0, hops: 0, cost: 0 };

// The weights of @apollo/query-planner (buildPlan.ts): a call costs 1,000 and each field its depth, and the stage number
// n of a sequence is multiplied by 100 n.
const CALL_COST = 1000;
const STAGE_COST = 100;

export const measurePlan = ({ node }: QueryPlan): PlanNumbers => (node ? measure(node) : NOTHING);

function measure(node: PlanNode | SubscriptionNode): PlanNumbers {
  switch (node.kind) {
    case 'Fetch':
      return { calls: 1, hops: 1, cost: CALL_COST + fetchCost(node) };
    case 'Flatten':
      return measure(node.node);
    case 'Parallel':
      return inParallel(node.nodes.map(measure));
    case 'Sequence':
      return inSequence(node.nodes.map(measure));
    case 'Subscription':
      return inSequence([node.primary, ...(node.rest ? [node.rest] : [])].map(measure));
    case 'Condition': {
      const sides = [node.ifClause, node.elseClause].map((side) => (side ? measure(side) : NOTHING));
      return sides.reduce((a, b) => (a.cost >= b.cost ? a : b));
    }
    case 'Defer': {
      const { primary, deferred } = node;
      const [first, ...later] = [primary, ...deferred].map((each) =>
        each.node ? measure(each.node) : NOTHING,
      );
      return inSequence([first ?? NOTHING, inParallel(later)]);
    }
  }
}

const inParallel = (parts: readonly PlanNumbers[]): PlanNumbers => ({
  calls: sum(parts.map(({ calls }) => calls)),
  hops: Math.max(0, ...parts.map(({ hops }) => hops)),
  cost: sum(parts.map(({ cost }) => cost)),
});

const inSequence = (stages: readonly PlanNumbers[]): PlanNumbers => ({
  calls: sum(stages.map(({ calls }) => calls)),
  hops: sum(stages.map(({ hops }) => hops)),
  cost: sum(stages.map(({ cost }, stage) => Math.max(1, stage * STAGE_COST) * cost)),
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const fetchCost = (node: FetchNode) => selectionCost(askedOf(node), 1);

const selectionCost = (selectionSet: SelectionSetNode | undefined, depth: number): number =>
  sum(
    (selectionSet?.selections ?? []).map((each) =>
      each.kind === Kind.FRAGMENT_SPREAD ? depth : depth + selectionCost(each.selectionSet, depth + 1),
    ),
  );
