import type { FetchNode, QueryPlan } from './plan.ts';

/** A planner's tree: what must run after what. */
export type PlanTree =
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly PlanTree[] }
  | { readonly kind: 'Fetch'; readonly fetch: Omit<FetchNode, 'after'> };

/** Writes a planner's tree as a list of fetches, each with the fetches that it waits for. */
export function planOf(tree: PlanTree | undefined): QueryPlan {
  const fetches: FetchNode[] = [];
  /** Adds a node's fetches, which wait for `after`; gives those that stand for its end. */
  const add = (node: PlanTree, after: readonly number[]): readonly number[] => {
    if (node.kind === 'Fetch') return [fetches.push({ ...node.fetch, after }) - 1];
    if (node.kind === 'Parallel') return node.nodes.flatMap((each) => add(each, after));
    return node.nodes.reduce((previous, each) => add(each, previous), after);
  };
  if (tree) add(tree, []);
  return { fetches };
}
