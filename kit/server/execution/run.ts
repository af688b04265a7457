import {
  defaultTypeResolver,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { isIterableObject } from 'graphql/jsutils/isIterableObject.js';
import {
  argumentsOf,
  type Execution,
  fieldPath,
  itemPath,
  type Path,
  pathOf,
  resolveInfoOf,
} from './execution.ts';
import type { AbstractShape, Field, LeafShape, ListShape, Selection, Shape } from './program.ts';
import { isPromise, NONE, type Pending, settle } from './promises.ts';
import { resolveRuntimeType } from './runtime-type.ts';

type Result = Record<string, unknown>;

/*
 * The algorithms of "Execution" in the GraphQL specification, as graphql-js 16 runs them: the same calls in the same
 * order, and the same chain of promises for each value, so that data loaders batch alike and errors come in the same
 * order. What differs is what is not done again: the program knows fields, types and arguments.
 */

/** Runs a selection's fields at once. */
export function runFields(
  execution: Execution,
  { fields }: Selection,
  source: unknown,
  path: Path | undefined,
): Result | Promise<Result> {
  const result: Result = {};
  let pending: Pending[] = NONE;
  try {
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i] as Field;
      const value = runField(execution, field, source, path);
      result[field.responseName] = value;
      if (isPromise(value)) pending = [...pending, { name: field.responseName, value }];
    }
  } catch (error) {
    if (pending.length === 0) throw error;
    // What is under way may reject as well, and must be heard.
    return settle(result, pending).finally(() => {
      throw error;
    });
  }
  return pending.length === 0 ? result : settle(result, pending);
}

/** Runs a selection's fields one after the other, as mutations are. */
export function runFieldsInTurn(
  execution: Execution,
  { fields }: Selection,
  source: unknown,
): Result | Promise<Result> {
  const result: Result = {};
  const from = (start: number): Result | Promise<Result> => {
    for (let i = start; i < fields.length; i++) {
      const field = fields[i] as Field;
      const value = runField(execution, field, source, undefined);
      if (isPromise(value)) {
        return value.then((settled) => {
          result[field.responseName] = settled;
          return from(i + 1);
        });
      }
      result[field.responseName] = value;
    }
    return result;
  };
  return from(0);
}

function runField(
  execution: Execution,
  field: Field,
  source: unknown,
  parentPath: Path | undefined,
): unknown {
  if (field.isTypename) return field.parentType.name;
  const { shape, resolve } = field;
  let path: Path | undefined;
  try {
    const args = field.takesArguments || resolve ? argumentsOf(execution, field) : undefined;
    let info: GraphQLResolveInfo | undefined;
    let value: unknown;
    if (resolve) {
      path = pathOf(parentPath, field);
      info = resolveInfoOf(execution, field, path);
      value = resolve(source, args as Result, execution.contextValue, info);
    } else if ((typeof source === 'object' && source !== null) || typeof source === 'function') {
      value = (source as Result)[field.name];
      if (typeof value === 'function') {
        path = pathOf(parentPath, field);
        info = resolveInfoOf(execution, field, path);
        value = (source as Record<string, (...args: unknown[]) => unknown>)[field.name]?.(
          args ?? {},
          execution.contextValue,
          info,
        );
      }
    }
    if (isPromise(value)) {
      return completeLater(execution, field, shape, info, path ?? pathOf(parentPath, field), value);
    }
    if (shape.kind === 'leaf') return completeLeaf(field, shape, value);
    path ??= pathOf(parentPath, field);
    const completed = complete(execution, field, shape, info, path, value);
    return isPromise(completed) ? guard(execution, field, shape, path, completed) : completed;
  } catch (error) {
    return failAt(execution, field, shape, path ?? pathOf(parentPath, field), error);
  }
}

/** Completes what a promise brings. */
function completeLater(
  execution: Execution,
  field: Field,
  shape: Shape,
  info: GraphQLResolveInfo | undefined,
  path: Path,
  promise: Promise<unknown>,
): Promise<unknown> {
  // What is only like a promise becomes one.
  return Promise.resolve(promise).then(
    (value) => {
      try {
        const completed = complete(execution, field, shape, info, path, value);
        return isPromise(completed) ? guard(execution, field, shape, path, completed) : completed;
      } catch (error) {
        return failAt(execution, field, shape, path, error);
      }
    },
    (error) => failAt(execution, field, shape, path, error),
  );
}

/** Turns the failure of a completion under way into that of its place. */
const guard = (execution: Execution, field: Field, shape: Shape, path: Path, completion: Promise<unknown>) =>
  completion.then(undefined, (error) => failAt(execution, field, shape, path, error));

/** Makes a failed place null; where it may not be null, the failure is its parent's. */
function failAt(
  execution: Execution,
  field: Field,
  { isNonNull }: Shape,
  path: Path,
  failure: unknown,
): null {
  const error: GraphQLError = locatedError(failure, field.nodes, responsePathAsArray(path));
  if (isNonNull) throw error;
  execution.errors.add(error, path);
  return null;
}

function complete(
  execution: Execution,
  field: Field,
  shape: Shape,
  info: GraphQLResolveInfo | undefined,
  path: Path,
  value: unknown,
): unknown {
  if (shape.kind === 'leaf') return completeLeaf(field, shape, value);
  if (value instanceof Error) throw value;
  if (value == null) return absent(field, shape);
  switch (shape.kind) {
    case 'list':
      return completeList(execution, field, shape, info, path, value);
    case 'object':
      return completeObject(execution, field, shape.selection, info, path, value);
    case 'abstract':
      return completeAbstract(execution, field, shape, info, path, value);
  }
}

function absent({ parentType, name }: Field, { isNonNull }: Shape): null {
  if (isNonNull) throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${name}.`);
  return null;
}

function completeLeaf(field: Field, shape: LeafShape, value: unknown): unknown {
  if (value == null) return absent(field, shape);
  if (value instanceof Error) throw value;
  const serialized = shape.type.serialize(value);
  if (serialized != null) return serialized;
  const call = `${inspect(shape.type)}.serialize(${inspect(value)})`;
  throw new Error(`Expected \`${call}\` to return non-nullable value, returned: ${inspect(serialized)}`);
}

function completeList(
  execution: Execution,
  field: Field,
  { item }: ListShape,
  info: GraphQLResolveInfo | undefined,
  path: Path,
  value: unknown,
): unknown {
  if (!isIterableObject(value)) {
    const place = `${field.parentType.name}.${field.name}`;
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${place}".`);
  }
  const items: unknown[] = [];
  let isPending = false;
  try {
    for (const each of value) {
      const completed = completeItem(execution, field, item, info, path, items.length, each);
      if (isPromise(completed)) isPending = true;
      items.push(completed);
    }
  } catch (error) {
    // What is under way may reject as well, and must be heard.
    if (isPending) void Promise.allSettled(items);
    throw error;
  }
  return isPending ? Promise.all(items) : items;
}

function completeItem(
  execution: Execution,
  field: Field,
  shape: Shape,
  info: GraphQLResolveInfo | undefined,
  list: Path,
  index: number,
  value: unknown,
): unknown {
  if (shape.kind === 'leaf' && !isPromise(value)) {
    try {
      return completeLeaf(field, shape, value);
    } catch (error) {
      return failAt(execution, field, shape, itemPath(list, index), error);
    }
  }
  const path = itemPath(list, index);
  if (isPromise(value)) return completeLater(execution, field, shape, info, path, value);
  try {
    const completed = complete(execution, field, shape, info, path, value);
    return isPromise(completed) ? guard(execution, field, shape, path, completed) : completed;
  } catch (error) {
    return failAt(execution, field, shape, path, error);
  }
}

function completeAbstract(
  execution: Execution,
  field: Field,
  { type, selectionOn }: AbstractShape,
  known: GraphQLResolveInfo | undefined,
  path: Path,
  value: unknown,
): unknown {
  const info = known ?? resolveInfoOf(execution, field, fieldPath(path));
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const typename = resolveType(value, execution.contextValue, info, type);
  const completeOn = (name: unknown) => {
    const runtimeType = resolveRuntimeType(name, type, field, info, value);
    return completeObject(execution, field, selectionOn(runtimeType), info, path, value);
  };
  return isPromise(typename) ? Promise.resolve(typename).then(completeOn) : completeOn(typename);
}

function completeObject(
  execution: Execution,
  field: Field,
  selection: Selection,
  known: GraphQLResolveInfo | undefined,
  path: Path,
  value: unknown,
): unknown {
  const { type } = selection;
  if (!type.isTypeOf) return runFields(execution, selection, value, path);
  const info = known ?? resolveInfoOf(execution, field, fieldPath(path));
  const isOfType = type.isTypeOf(value, execution.contextValue, info);
  const run = (holds: boolean) => {
    if (!holds) throw wrongType(type, field, value);
    return runFields(execution, selection, value, path);
  };
  return isPromise(isOfType) ? Promise.resolve(isOfType).then(run) : run(isOfType);
}

const wrongType = (type: GraphQLObjectType, { nodes }: Field, value: unknown) =>
  new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
