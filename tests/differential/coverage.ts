import { type DocumentNode, isCompositeType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Planner, QueryPlan } from '../../gateway/index.ts';
import type { Graph } from './graph.ts';

/** Counts in how many operations, and in how many plans, each thing came up that an engine must get right. */
export class Coverage {
  readonly counts = new Map<string, number>();

  /** The planner, with every plan that it makes counted. */
  counting(planner: Planner): Planner {
    return {
      name: planner.name,
      plan: async (request) => {
        const plan = await planner.plan(request);
        this.#add(featuresOfPlan(plan));
        return plan;
      },
    };
  }

  countOperation(graph: Graph, document: DocumentNode): void {
    this.#add(featuresOfOperation(graph, document));
  }

  #add(features: ReadonlySet<string>): void {
    for (const each of features) this.counts.set(each, (this.counts.get(each) ?? 0) + 1);
  }
}

/** Everything that must come up: a list, so that what stops coming up is missed. */
export const FEATURES = [
  ...['root fetch', 'fetches side by side', 'fetch after fetch', 'entity lookup', 'lookup at several paths'],
  ...[
    'lookups joined in one request',
    'lookup in lists',
    'lookup by nested fields',
    'lookup of several types',
  ],
  ...[
    'root fields below the root',
    'variables in a lookup',
    'input rewrite',
    'output rewrite',
    'mutations in order',
  ],
  ...['no fetch at all'],
  ...[
    '@skip',
    '@include',
    'named fragment',
    'inline fragment',
    'alias',
    '__typename',
    'introspection',
    'union',
  ],
  ...['interface', 'list of lists', 'argument', 'variable', 'mutation'],
  ...[
    '@key',
    '@requires',
    '@provides',
    '@external',
    '@override',
    '@shareable',
    '@interfaceObject',
    '@inaccessible',
  ],
  ...['@tag'],
] as const;

function featuresOfPlan({ fetches }: QueryPlan): Set<string> {
  const features = new Set<string>();
  const when = (holds: boolean, feature: (typeof FEATURES)[number]) => holds && features.add(feature);
  when(fetches.length === 0, 'no fetch at all');
  when(fetches.filter(({ after }) => after.length === 0).length > 1, 'fetches side by side');
  const mutations = fetches.filter(({ operation }) => operation.startsWith('mutation'));
  when(
    mutations.length > 1 && mutations.slice(1).every(({ after }) => after.length > 0),
    'mutations in order',
  );
  for (const { lookups, path, after, variables, outputRewrites } of fetches) {
    when(lookups.length === 0, 'root fetch');
    when(lookups.length === 0 && path.length > 0, 'root fields below the root');
    when(after.length > 0, 'fetch after fetch');
    when(lookups.length > 1, 'lookups joined in one request');
    when(lookups.length > 0 && variables.length > 0, 'variables in a lookup');
    when(outputRewrites.length > 0, 'output rewrite');
    for (const { paths, requires, inputRewrites, outputRewrites: rewrites } of lookups) {
      features.add('entity lookup');
      when(paths.length > 1, 'lookup at several paths');
      when(
        paths.some((each) => each.includes('@')),
        'lookup in lists',
      );
      when(requires.length > 1, 'lookup of several types');
      when(JSON.stringify(requires).split('"selections":[').length > 2, 'lookup by nested fields');
      when(inputRewrites.length > 0, 'input rewrite');
      when(rewrites.length > 0, 'output rewrite');
    }
  }
  return features;
}

function featuresOfOperation(graph: Graph, document: DocumentNode): Set<string> {
  const features = new Set<string>();
  const types = new TypeInfo(graph.apiSchema);
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: ({ operation }) => void (operation === 'mutation' && features.add('mutation')),
      Directive: ({ name }) => void features.add(`@${name.value}`),
      FragmentSpread: () => void features.add('named fragment'),
      InlineFragment: () => void features.add('inline fragment'),
      Variable: () => void features.add('variable'),
      Argument: () => void features.add('argument'),
      Field: ({ alias, name }) => {
        if (alias) features.add('alias');
        if (name.value === '__typename') features.add('__typename');
        if (name.value === '__schema') features.add('introspection');
        const parent = types.getParentType();
        if (isCompositeType(parent)) {
          if ('getTypes' in parent) features.add('union');
          else if ('getInterfaces' in parent && parent.astNode?.kind === 'InterfaceTypeDefinition') {
            features.add('interface');
          }
        }
        if (/\[.*\[/.test(String(types.getType()))) features.add('list of lists');
        for (const each of graph.directives.get(`${parent?.name}.${name.value}`) ?? []) features.add(each);
        for (const each of graph.directives.get(parent?.name ?? '') ?? []) features.add(each);
      },
    }),
  );
  return features;
}
