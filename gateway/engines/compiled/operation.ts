import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { QueryPlan } from '../../planner/plan.ts';
import type { Execution, Step } from './execution.ts';
import { FinishedJson } from './finished-json.ts';
import { compileIntrospection } from './introspection.ts';
import { compilePlan } from './program.ts';
import { collectFields, compileProjection, type Projection, type Violation } from './projection/index.ts';

/** An operation, compiled: what each request for it needs to be answered. */
export interface CompiledOperation {
  readonly definition: OperationDefinitionNode;
  /** Fetches everything that the plan says. */
  readonly fetch: Step;
  /** Writes the answer from what was fetched. */
  respond(execution: Execution): { data: FinishedJson | null; violations: Violation[] };
}

/** A projection for each combination of conditions that is in use; rebuilding one takes about a millisecond. */
const MAX_PROJECTIONS = 64;

export interface Schemas {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** What subgraphs know, hidden types included. */
  readonly supergraph: GraphQLSchema;
}

/** Compiles a validated operation and its plan. */
export function compileOperation(
  schemas: Schemas,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  plan: QueryPlan,
): CompiledOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const rootType = schemas.api.getRootType(definition.operation);
  if (!rootType) throw new Error(`no root type for ${definition.operation}`);
  const conditionNames = conditionVariables([definition, ...fragments.values()]);
  const variants = new LRUCache<string, Variant>({ max: MAX_PROJECTIONS });

  const variantFor = (coerced: Readonly<Record<string, unknown>>): Variant => {
    const key = conditionNames.map((name) => (coerced[name] === true ? '1' : '0')).join('');
    let variant = variants.get(key);
    if (!variant) {
      const scope = { schema: schemas.api, fragments, conditions: coerced };
      const introspected = [...collectFields(scope, rootType, [definition.selectionSet]).values()]
        .flat()
        .filter((field) => field.name.value === '__schema' || field.name.value === '__type');
      variant = {
        project: compileProjection(scope, rootType, definition.selectionSet),
        introspect: compileIntrospection(schemas.api, document, definition, introspected),
      };
      variants.set(key, variant);
    }
    return variant;
  };

  return {
    definition,
    fetch: compilePlan(schemas.supergraph, plan),
    respond({ data, variables, coerced }) {
      const variant = variantFor(coerced);
      const violations: Violation[] = [];
      const text = variant.project(data, violations, variant.introspect(variables));
      return { data: text === undefined ? null : new FinishedJson(text), violations };
    },
  };
}

interface Variant {
  readonly project: Projection;
  readonly introspect: ReturnType<typeof compileIntrospection>;
}

/** Variables that decide what is selected, in a fixed order. */
function conditionVariables(definitions: readonly { selectionSet: SelectionSetNode }[]): string[] {
  const names = new Set<string>();
  for (const { selectionSet } of definitions) {
    visit(selectionSet, {
      Directive(directive) {
        if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
        for (const { value } of directive.arguments ?? []) {
          if (value.kind === Kind.VARIABLE) names.add(value.name.value);
        }
      },
    });
  }
  return [...names].sort();
}
