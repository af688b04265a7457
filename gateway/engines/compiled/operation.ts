import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { QueryPlan } from '../../planner/plan.ts';
import type { Execution, Step } from './execution.ts';
import { FinishedJson } from './finished-json.ts';
import { compileIntrospection } from './introspection.ts';
import { compilePlan } from './program.ts';
import { collectFields, compileProjection, type Violation } from './projection/index.ts';

/** An operation compiled for given values of its conditions: what each request for it needs to be answered. */
export interface CompiledOperation {
  /** Fetches everything that the plan says. */
  readonly fetch: Step;
  /** Writes the answer from what was fetched. */
  respond(execution: Execution): { data: FinishedJson | null; violations: Violation[] };
}

export interface Schemas {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** What subgraphs know, hidden types included. */
  readonly supergraph: GraphQLSchema;
}

/** Compiles a validated operation and its plan. The document may still have its conditions. */
export function compileOperation(
  schemas: Schemas,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  conditions: Readonly<Record<string, unknown>>,
  plan: QueryPlan,
): CompiledOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const rootType = schemas.api.getRootType(definition.operation);
  if (!rootType) throw new Error(`no root type for ${definition.operation}`);
  const scope = { schema: schemas.api, fragments, conditions };
  const introspected = [...collectFields(scope, rootType, [definition.selectionSet]).values()]
    .flat()
    .filter(({ name }) => name.value === '__schema' || name.value === '__type');
  const introspect = compileIntrospection(schemas.api, document, definition, introspected);
  const { run, repeated } = compilePlan(schemas.supergraph, plan);
  const project = compileProjection(scope, rootType, definition.selectionSet, repeated);
  return {
    fetch: run,
    respond({ data, variables, repeats }) {
      const violations: Violation[] = [];
      const text = project(data, violations, introspect(variables), repeats);
      return { data: text === undefined ? null : new FinishedJson(text), violations };
    },
  };
}
