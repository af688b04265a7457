import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';

/** Prints a plan as a Mermaid flow chart: a box for each fetch, an arrow where one waits for another. */
export function printMermaid({ node }: QueryPlan): string {
  const lines = ['flowchart LR', '  client([client])'];
  let count = 0;
  const box = (fetch: FetchNode, path: string) => {
    const id = `f${++count}`;
    lines.push(`  ${id}["${fetch.serviceName}${path ? `<br/>${path}` : ''}"]`);
    return id;
  };
  // What runs after `before`; returns what the next stage waits for.
  const walk = (
    each: PlanNode | SubscriptionNode,
    before: readonly string[],
    path = '',
    label = '',
  ): string[] => {
    switch (each.kind) {
      case 'Fetch': {
        const id = box(each, path);
        lines.push(...before.map((from) => `  ${from} -->${label && `|${label}|`} ${id}`));
        return [id];
      }
      case 'Flatten':
        return walk(each.node, before, each.path.join('.'), label);
      case 'Parallel':
        return each.nodes.flatMap((part) => walk(part, before, path, label));
      case 'Sequence':
        return inTurn(each.nodes, before, path, label);
      case 'Subscription':
        return inTurn([each.primary, ...(each.rest ? [each.rest] : [])], before, path, label);
      case 'Condition':
        return [
          ...(each.ifClause ? walk(each.ifClause, before, path, each.condition) : []),
          ...(each.elseClause ? walk(each.elseClause, before, path, `not ${each.condition}`) : []),
        ];
      case 'Defer': {
        const first = each.primary.node ? walk(each.primary.node, before, path, label) : [...before];
        return each.deferred.flatMap((part) => (part.node ? walk(part.node, first, path, 'deferred') : []));
      }
    }
  };
  const inTurn = (stages: readonly PlanNode[], before: readonly string[], path: string, label: string) =>
    stages.reduce<readonly string[]>(
      (previous, stage, at) => walk(stage, previous, path, at === 0 ? label : ''),
      before,
    ) as string[];
  if (node) walk(node, ['client']);
  return lines.join('\n');
}
