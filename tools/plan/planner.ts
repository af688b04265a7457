import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { ClientOperation } from '../operations/read-operations.ts';

/** A supergraph, ready to plan operations as the gateway does. */
export interface Planner {
  /** What clients see: no federation, no access directives. */
  readonly apiSchema: GraphQLSchema;
  /** Plans an operation that is valid against the API schema. */
  plan(operation: Pick<ClientOperation, 'document' | 'name'>): QueryPlan;
}

/** Reads a supergraph for planning. Its access rules do not change the plan: the gateway applies them before it plans. */
export function createPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    validateSupergraph: false,
  });
  const schema = supergraph.apiSchema();
  let planner: QueryPlanner | undefined;
  let apiSchema: GraphQLSchema | undefined;
  return {
    get apiSchema() {
      apiSchema ??= schema.toGraphQLJSSchema();
      return apiSchema;
    },
    plan({ document, name }) {
      planner ??= new QueryPlanner(supergraph);
      return planner.buildQueryPlan(operationFromDocument(schema, document, { operationName: name }));
    },
  };
}
