import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { EntityLookup, FetchNode, QueryPlan } from './plan.ts';

/**
 * Joins the entity lookups that go to one subgraph at one time into one request. Lookups that ask the same of their
 * entities become one with several paths, so that an entity found at all of them is asked for once.
 *
 * Lookups are joined when equally many fetches come before them; one that nothing waits for may also wait for a later
 * request to its subgraph, since the answer waits for that anyway. A joined fetch waits for all that its parts waited
 * for. Fetches of root fields stay as they are: those of mutations must run apart and in order.
 */
export function fuse(plan: QueryPlan): QueryPlan {
  const depths = depthsOf(plan);
  const groups = Map.groupBy(plan.fetches.keys(), (index) => {
    const { lookups, subgraph } = plan.fetches[index] as FetchNode;
    return lookups.length > 0 ? `${depths[index]} ${subgraph}` : String(index);
  });
  const ordered = [...groups.values()].sort(([one = 0], [other = 0]) => depthOf(one) - depthOf(other));
  const place = new Map(ordered.flatMap((group, at) => group.map((index) => [index, at])));
  return {
    fetches: ordered.map((group) => {
      const fetches = group.map((index) => plan.fetches[index] as FetchNode);
      const after = new Set(fetches.flatMap((each) => each.after.map((index) => place.get(index) as number)));
      return { ...joined(fetches), after: [...after] };
    }),
  };

  function depthOf(index: number): number {
    return depths[index] as number;
  }
}

/** How many fetches, one after the other, come before each fetch; of one that can wait, before the one it waits for. */
function depthsOf({ fetches }: QueryPlan): number[] {
  const depths: number[] = [];
  fetches.forEach(({ after }, index) => {
    depths[index] = 1 + Math.max(-1, ...after.map((each) => depths[each] as number));
  });
  const needed = new Set(fetches.flatMap((each) => each.after));
  // The deepest first: what they wait for may itself wait for something later.
  const settled = [...depths];
  for (const index of [...fetches.keys()].sort((one, other) => (depths[other] ?? 0) - (depths[one] ?? 0))) {
    const { subgraph, lookups } = fetches[index] as FetchNode;
    if (needed.has(index) || lookups.length === 0) continue;
    const later = settled.filter((other, at) => {
      const fetch = fetches[at] as FetchNode;
      return other > (depths[index] as number) && fetch.subgraph === subgraph && fetch.lookups.length > 0;
    });
    if (later.length > 0) settled[index] = Math.min(...later);
  }
  return settled;
}

interface Part {
  readonly lookup: EntityLookup;
  readonly selectionSet: SelectionSetNode;
}

function joined(fetches: readonly FetchNode[]): FetchNode {
  const [first, ...rest] = fetches as [FetchNode, ...FetchNode[]];
  if (rest.length === 0) return first;
  const variables = new Map<string, VariableDefinitionNode>();
  const fragments = new Map<string, FragmentDefinitionNode>();
  const parts = new Map<string, Part>();
  fetches.forEach((fetch, number) => {
    const { operation, ownFragments } = read(fetch, `_${number}`);
    for (const each of operation.variableDefinitions ?? []) variables.set(each.variable.name.value, each);
    for (const each of ownFragments) fragments.set(each.name.value, each);
    for (const lookup of fetch.lookups) {
      variables.delete(lookup.variable);
      const selectionSet = entitiesField(operation, lookup)?.selectionSet;
      if (!selectionSet) throw new Error(`no ${lookup.responseKey} in ${fetch.operation}`);
      const { paths, responseKey, variable, ...question } = lookup;
      const key = JSON.stringify([print(selectionSet), question]);
      const same = parts.get(key);
      parts.set(key, {
        selectionSet,
        lookup: same ? { ...lookup, paths: [...same.lookup.paths, ...paths] } : lookup,
      });
    }
  });
  const named = [...parts.values()].map(({ lookup, selectionSet }, index) => ({
    selectionSet,
    lookup: {
      ...lookup,
      responseKey: index === 0 ? '_entities' : `_entities${index}`,
      variable: freeName(`representations${index === 0 ? '' : index}`, variables),
    },
  }));
  const given = [
    ...named.map(({ lookup }) => `$${lookup.variable}:[_Any!]!`),
    ...[...variables.values()].map(print),
  ];
  const fields = named.map(
    ({ lookup, selectionSet }) =>
      `${lookup.responseKey}:_entities(representations:$${lookup.variable})${print(selectionSet)}`,
  );
  const name = first.operationName ? ` ${first.operationName}` : '';
  const text = `query${name}(${given.join(',')}){${fields.join(' ')}}${[...fragments.values()].map(print).join(' ')}`;
  return {
    ...first,
    operation: stripIgnoredCharacters(text),
    variables: [...new Set(fetches.flatMap((each) => each.variables))],
    lookups: named.map(({ lookup }) => lookup),
  };
}

/** Parses a fetch's operation; its fragments get names of their own where several operations become one. */
function read(fetch: FetchNode, suffix: string) {
  const document = parse(fetch.operation, { noLocation: true });
  const renamed = visit(document, {
    FragmentSpread: (node) => ({ ...node, name: { ...node.name, value: node.name.value + suffix } }),
    FragmentDefinition: {
      leave: (node) => ({ ...node, name: { ...node.name, value: node.name.value + suffix } }),
    },
  });
  const hasFragments = document.definitions.length > 1;
  const { definitions } = hasFragments ? renamed : document;
  return {
    operation: definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode,
    ownFragments: definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION),
  };
}

function entitiesField(operation: OperationDefinitionNode, lookup: EntityLookup): FieldNode | undefined {
  return operation.selectionSet.selections.find(
    (each): each is FieldNode =>
      each.kind === Kind.FIELD && (each.alias ?? each.name).value === lookup.responseKey,
  );
}

function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let name = wanted;
  while (taken.has(name)) name = `_${name}`;
  return name;
}
