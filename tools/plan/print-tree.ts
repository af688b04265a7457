import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { Kind, type OperationDefinitionNode, parse, print, type SelectionSetNode } from 'graphql';

/**
 * Prints a plan as a tree: each fetch with its subgraph, the path that its answer goes to and what it asks.
 *
 *     in sequence
 *     ├─ fetch users
 *     │    me { id }
 *     └─ fetch orders for me, by User { id }
 *          orders { total }
 */
export function printTree({ node }: QueryPlan): string {
  return node ? branch(node).join('\n') : '(nothing to fetch)';
}

function branch(node: PlanNode | SubscriptionNode, path = ''): string[] {
  switch (node.kind) {
    case 'Fetch':
      return fetchLines(node, path);
    case 'Flatten':
      return branch(node.node, node.path.join('.'));
    case 'Sequence':
      return ['in sequence', ...children(node.nodes.map((each) => branch(each, path)))];
    case 'Parallel':
      return ['in parallel', ...children(node.nodes.map((each) => branch(each, path)))];
    case 'Subscription':
      return [
        'for each event',
        ...children([node.primary, node.rest].flatMap((each) => (each ? [branch(each)] : []))),
      ];
    case 'Condition':
      return [
        `if $${node.condition}`,
        ...children([
          ...(node.ifClause ? [branch(node.ifClause, path)] : []),
          ...(node.elseClause ? [['else', ...children([branch(node.elseClause, path)])]] : []),
        ]),
      ];
    case 'Defer':
      return [
        'deferred',
        ...children(
          [node.primary, ...node.deferred].flatMap((each) => (each.node ? [branch(each.node)] : [])),
        ),
      ];
  }
}

function children(parts: readonly string[][]): string[] {
  return parts.flatMap((lines, index) => {
    const last = index === parts.length - 1;
    return lines.map((line, at) => (at === 0 ? (last ? '└─ ' : '├─ ') : last ? '   ' : '│  ') + line);
  });
}

function fetchLines(node: FetchNode, path: string): string[] {
  const { serviceName, requires } = node;
  const where = path ? ` for ${path}` : '';
  const keys = requires ? `, by ${requires.map(keyText).join(', ')}` : '';
  const lines = print(askedOf(node)).split('\n').slice(1, -1);
  return [`fetch ${serviceName}${where}${keys}`, ...lines.map((line) => `  ${line}`)];
}

/** What a fetch asks: the fields of its entities, or of the root. */
export function askedOf({ operation, requires }: FetchNode): SelectionSetNode {
  const { selectionSet } = operationOf(operation);
  const [entities] = selectionSet.selections;
  return requires && entities?.kind === Kind.FIELD && entities.selectionSet
    ? entities.selectionSet
    : selectionSet;
}

const operationOf = (operation: string): OperationDefinitionNode => {
  const found = parse(operation, { noLocation: true }).definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION,
  );
  if (!found) throw new Error('a fetch has no operation');
  return found;
};

type Requirement = NonNullable<FetchNode['requires']>[number];

/** The key that an entity is fetched by: `User { id }`. */
export function keyText(node: Requirement): string {
  const selections = (node.selections ?? []).filter(
    (each) => each.kind !== 'Field' || each.name !== '__typename',
  );
  const name = node.kind === 'Field' ? node.name : (node.typeCondition ?? '');
  return selections.length > 0 ? `${name} { ${selections.map(keyText).join(' ')} }` : name;
}
