import {
  type FieldNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  getArgumentValues,
  type ResponsePath,
} from 'graphql';
import type { Field, Program } from './program.ts';

/** One run of a program. */
export interface Execution {
  readonly program: Program;
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>>;
  /** The arguments that all calls of a field share, by its slot. */
  readonly arguments: Record<string, unknown>[];
  readonly errors: CollectedErrors;
}

/** Where a value stands in the answer: graphql-js's linked list. */
export type Path = ResponsePath;

/** The errors of an execution, none of them below a place that an earlier one made null. */
export class CollectedErrors {
  readonly list: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  /** @param path the place that is null because of the error; none where that is the whole answer */
  add(error: GraphQLError, path: Path | undefined): void {
    for (let place = path; place; place = place.prev) if (this.#nulled.has(place)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.list.push(error);
  }
}

/** What a resolver is told beside its parent, arguments and context. */
export function resolveInfoOf(
  { program, variableValues }: Execution,
  { name, nodes, returnType, parentType }: Field,
  path: Path,
): GraphQLResolveInfo {
  return {
    fieldName: name,
    fieldNodes: nodes,
    returnType,
    parentType,
    path,
    schema: program.schema,
    fragments: program.fragments,
    rootValue: undefined,
    operation: program.operation,
    variableValues: variableValues as Record<string, unknown>,
  };
}

/** The arguments of a call, in an object of its own. */
export function argumentsOf(execution: Execution, field: Field): Record<string, unknown> {
  if (!field.takesArguments) return {};
  const { definition, argumentSlot } = field;
  const node = field.nodes[0] as FieldNode;
  if (argumentSlot < 0) return getArgumentValues(definition, node, execution.variableValues);
  let values = execution.arguments[argumentSlot];
  if (!values) {
    values = getArgumentValues(definition, node, execution.variableValues);
    execution.arguments[argumentSlot] = values;
  }
  return { ...values };
}

/** Where a field stands. */
export const pathOf = (prev: Path | undefined, { responseName, parentType }: Field): Path => ({
  prev,
  key: responseName,
  typename: parentType.name,
});

/** Where an item of a list stands. */
export const itemPath = (prev: Path, key: number): Path => ({ prev, key, typename: undefined });

/** The path of the field that an item of its lists, at whatever depth, belongs to. */
export function fieldPath(path: Path): Path {
  let place = path;
  while (typeof place.key === 'number' && place.prev) place = place.prev;
  return place;
}
