import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { QueryPlan } from '../../planner/plan.ts';
import { clientPath } from '../response-names.ts';
import type { Execution, Step } from './execution.ts';
import { FinishedJson } from './finished-json.ts';
import { compileIntrospection } from './introspection.ts';
import { compilePlan } from './program.ts';
import { collectFields, compileProjection, type Violation } from './projection/index.ts';

/** An operation compiled for given values of its conditions: what each request for it needs to be answered. */
export interface CompiledOperation {
  /** Fetches everything that the plan says. */
  readonly fetch: Step;
  /** Bytes that it takes, about. */
  readonly size: number;
  /**
   * Writes the answer from what was fetched.
   *
   * @throws TesseraError `ANSWER_TOO_LARGE` when it has more than so many characters
   */
  respond(
    execution: Execution,
    maxCharacters: number,
  ): { data: FinishedJson | null; violations: Violation[] };
}

export interface Schemas {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** What subgraphs know, hidden types included. */
  readonly supergraph: GraphQLSchema;
}

/** The schema answers every question about it that is well put. */
const BAD_INPUT = { code: 'BAD_USER_INPUT' };

/** Bytes of a program for each field of its operation: its part of the fetches and of the generated code; 1 to 4 KiB. */
const FIELD_BYTES = 4_096;

/** Compiles a validated operation and its plan. The document has one operation, maybe still with its conditions. */
export function compileOperation(
  schemas: Schemas,
  document: DocumentNode,
  conditions: Readonly<Record<string, unknown>>,
  plan: QueryPlan,
): CompiledOperation {
  const definition = getOperationAST(document) as OperationDefinitionNode;
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
  const texts = plan.fetches.reduce((sum, each) => sum + each.operation.length, introspect.keptCharacters);
  return {
    fetch: run,
    size: FIELD_BYTES * (1 + countFields(definition.selectionSet, fragments)) + texts,
    respond({ data, variables, repeats, errors }, maxCharacters) {
      const violations: Violation[] = [];
      const introspected = introspect.answer(variables);
      for (const { message, path } of introspected.errors) {
        errors.push(new GraphQLError(message, { path: path && clientPath(path), extensions: BAD_INPUT }));
      }
      const text =
        introspected.texts && project(data, violations, introspected.texts, repeats, maxCharacters);
      return { data: text === undefined || text === null ? null : new FinishedJson(text), violations };
    },
  };
}

/** Fields that a selection asks for, its fragments unfolded. */
function countFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let count = 0;
  for (const selection of selections) {
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    const inner = isSpread ? fragments.get(selection.name.value) : selection;
    if (selection.kind === Kind.FIELD) count++;
    if (inner?.selectionSet) count += countFields(inner.selectionSet, fragments);
  }
  return count;
}
