import { createRequire } from 'node:module';
import type * as hive from '@graphql-hive/router-query-planner';
import { type DocumentNode, type FieldNode, Kind, print, visit } from 'graphql';
import {
  type EntityLookup,
  type PathSegment,
  type Planner,
  type RequiredSelection,
  type ResponsePath,
  type Rewrite,
  UnsupportedPlanError,
} from './plan.ts';
import { type PlanTree, planOf } from './sequence.ts';

/**
 * Plans with Hive Router's planner, a native addon: fewer requests than @apollo/query-planner's plans, since lookups
 * of one subgraph are joined, and planned off the main thread.
 *
 * @throws when there is no binary for this platform.
 */
export function createHivePlanner(supergraphSdl: string): Planner {
  // Loaded on use: the module throws on platforms that it has no binary for.
  const { QueryPlanner } = createRequire(import.meta.url)(
    '@graphql-hive/router-query-planner',
  ) as typeof hive;
  const planner = new QueryPlanner(supergraphSdl);
  return {
    name: 'hive',
    async plan({ document }) {
      const query = print(withoutIntrospection(document));
      const { node } = await planner.planAsync(query, null, new Set(), 0);
      return planOf(node && planTree(node, []));
    },
  };
}

/** The planner takes no introspection: the engine answers that itself. `__typename` keeps selections from emptiness. */
function withoutIntrospection(document: DocumentNode): DocumentNode {
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return visit(document, {
    Field: ({ name }) => (name.value === '__schema' || name.value === '__type' ? typename : undefined),
  });
}

function planTree(node: hive.PlanNode, path: ResponsePath): PlanTree {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => planTree(child, path)) };
    case 'Flatten':
      return planTree(node.node, [...path, ...node.path.map(pathSegment)]);
    case 'Fetch': {
      const lookups = node.requires
        ? [
            entityLookup({
              ...node,
              alias: '_entities',
              representationsVariableName: 'representations',
              requires: node.requires,
              paths: [path],
            }),
          ]
        : [];
      return fetchNode(node, path, lookups, lookups.length ? [] : (node.outputRewrites ?? []));
    }
    case 'BatchFetch': {
      const lookups = node.entityBatch.aliases.map((alias) =>
        entityLookup({ ...alias, paths: alias.paths.map((each) => [...path, ...each.map(pathSegment)]) }),
      );
      return fetchNode(node, path, lookups, []);
    }
    default:
      throw new UnsupportedPlanError(`plan node ${node.kind}`);
  }
}

function fetchNode(
  node: hive.FetchNode | hive.BatchFetchNode,
  path: ResponsePath,
  lookups: EntityLookup[],
  outputRewrites: hive.OutputRewrite[],
): PlanTree {
  return {
    kind: 'Fetch',
    fetch: {
      subgraph: node.serviceName,
      operation: node.operation,
      operationName: node.operationName,
      variables: node.variableUsages ?? [],
      path,
      lookups,
      outputRewrites: outputRewrites.map(rewrite),
    },
  };
}

function entityLookup(
  source: Omit<hive.EntityBatchAlias, 'paths'> & { readonly paths: readonly ResponsePath[] },
): EntityLookup {
  return {
    responseKey: source.alias,
    variable: source.representationsVariableName,
    paths: source.paths,
    requires: source.requires.map(requiredSelection),
    inputRewrites: (source.inputRewrites ?? []).map(rewrite),
    outputRewrites: (source.outputRewrites ?? []).map(rewrite),
  };
}

function pathSegment(segment: hive.FlattenNodePathSegment): PathSegment {
  if (segment === '@') return segment;
  return 'Field' in segment ? segment.Field : { types: segment.TypeCondition };
}

function requiredSelection(selection: hive.RequiresSelection): RequiredSelection {
  switch (selection.kind) {
    case 'Field':
      return {
        kind: 'Field',
        name: selection.alias ?? selection.name,
        selections: selection.selections?.length ? selection.selections.map(requiredSelection) : undefined,
      };
    case 'InlineFragment':
      if (selection.skipIf || selection.includeIf) {
        throw new UnsupportedPlanError('conditions on required fields');
      }
      return {
        kind: 'InlineFragment',
        typeCondition: selection.typeCondition,
        selections: selection.selections.map(requiredSelection),
      };
    default:
      throw new UnsupportedPlanError(`required selection ${selection.kind}`);
  }
}

function rewrite(source: hive.InputRewrite): Rewrite {
  const setter = 'ValueSetter' in source ? source.ValueSetter : 'setValueTo' in source ? source : undefined;
  const renamer = 'KeyRenamer' in source ? source.KeyRenamer : undefined;
  const steps = setter?.path ?? renamer?.path ?? [];
  const path = steps.map((step) => ('Key' in step ? step.Key : { types: step.TypenameEquals }));
  const field = path.pop();
  if (typeof field !== 'string') throw new UnsupportedPlanError('a rewrite that ends in a fragment');
  if (setter) return { path, field, change: { set: setter.setValueTo } };
  if (renamer) return { path, field, change: { renameTo: renamer.renameKeyTo } };
  throw new UnsupportedPlanError('an unknown rewrite');
}
