import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import * as apollo from '@apollo/query-planner';
import {
  type PathSegment,
  type Planner,
  type RequiredSelection,
  type ResponsePath,
  type Rewrite,
  UnsupportedPlanError,
} from './plan.ts';
import { type PlanTree, planOf } from './sequence.ts';

/** Plans with @apollo/query-planner: exactly the plans of @apollo/gateway. */
export function createApolloPlanner(supergraph: Supergraph): Planner {
  const planner = new apollo.QueryPlanner(supergraph);
  const apiSchema = supergraph.apiSchema();
  return {
    name: 'apollo',
    plan({ document }) {
      const operation = operationFromDocument(apiSchema, document);
      const { node } = planner.buildQueryPlan(operation);
      if (node?.kind === 'Subscription') throw new UnsupportedPlanError('subscription');
      return planOf(node && planTree(node, []));
    },
  };
}

function planTree(node: apollo.PlanNode, path: ResponsePath): PlanTree {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => planTree(child, path)) };
    case 'Flatten':
      return planTree(node.node, [...path, ...node.path.map(pathSegment)]);
    case 'Fetch':
      return fetchNode(node, path);
    default:
      throw new UnsupportedPlanError(`plan node ${node.kind}`);
  }
}

function fetchNode(node: apollo.FetchNode, path: ResponsePath): PlanTree {
  if (node.contextRewrites?.length) throw new UnsupportedPlanError('context rewrites');
  const outputRewrites = (node.outputRewrites ?? []).map(rewrite);
  return {
    kind: 'Fetch',
    fetch: {
      subgraph: node.serviceName,
      operation: node.operation,
      operationName: node.operationName,
      variables: node.variableUsages ?? [],
      path,
      outputRewrites: node.requires ? [] : outputRewrites,
      lookups: node.requires
        ? [
            {
              responseKey: '_entities',
              variable: 'representations',
              paths: [path],
              requires: node.requires.map(requiredSelection),
              inputRewrites: (node.inputRewrites ?? []).map(rewrite),
              outputRewrites,
            },
          ]
        : [],
    },
  };
}

function pathSegment(segment: string | number): PathSegment {
  if (typeof segment === 'string') return segment;
  throw new UnsupportedPlanError('an index in a path');
}

function requiredSelection(selection: apollo.QueryPlanSelectionNode): RequiredSelection {
  if (selection.kind === 'Field') {
    return {
      kind: 'Field',
      name: selection.alias ?? selection.name,
      selections: selection.selections?.map(requiredSelection),
    };
  }
  return {
    kind: 'InlineFragment',
    typeCondition: selection.typeCondition,
    selections: selection.selections.map(requiredSelection),
  };
}

function rewrite(source: apollo.FetchDataRewrite): Rewrite {
  const path = source.path.map((step) => {
    const type = /^\.\.\. on (.+)$/.exec(step)?.[1];
    return type === undefined ? step : { types: [type] };
  });
  const field = path.pop();
  if (typeof field !== 'string') throw new UnsupportedPlanError('a rewrite that ends in a fragment');
  return {
    path,
    field,
    change: source.kind === 'ValueSetter' ? { set: source.setValueTo } : { renameTo: source.renameKeyTo },
  };
}
