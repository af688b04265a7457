import { type GraphQLOutputType, isListType, isNonNullType } from 'graphql';
import type { DeniedField, PathStep } from './rewrite.ts';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** What an erased value leaves behind: the value that takes its place, and where the first erased one stood. */
interface Erasure {
  readonly value: Json;
  readonly at: (string | number)[] | null;
}

/**
 * Nulls a denied field wherever it stands in an answer; a null where none may be takes its parent along
 * (GraphQL specification, section 6.4.4). Works in place.
 *
 * @returns the answer's data, and the path of the first place; of none, the path up to the first list
 */
export function erase(data: Json, { path, parents }: DeniedField): { data: Json; path: (string | number)[] } {
  const { value, at } = eraseIn(data, path, parents, []);
  const lists = path.findIndex(({ type }) => isListType(isNonNullType(type) ? type.ofType : type));
  const place = lists === -1 ? path : path.slice(0, lists + 1);
  return { data: value, path: at ?? place.map(({ key }) => key) };
}

/** Erases below an object; gives null in its place when a field that cannot be null was erased. */
function eraseIn(
  object: Json,
  path: readonly PathStep[],
  parents: ReadonlySet<string>,
  at: (string | number)[],
): Erasure {
  const [step, ...rest] = path;
  if (!step || object === null || typeof object !== 'object' || Array.isArray(object))
    return { value: object, at: null };
  const { key, type } = step;
  const current = object[key];
  if (current === undefined) return { value: object, at: null };
  const erased =
    rest.length === 0
      ? eraseValue(current, parents, [...at, key])
      : eraseBelow(current, type, rest, parents, [...at, key]);
  if (erased.at === null) return { value: object, at: null };
  if (erased.value === null && isNonNullType(type)) return { value: null, at: erased.at };
  object[key] = erased.value;
  return { value: object, at: erased.at };
}

/** The denied field's key holds the type name that was asked for instead; on other types it holds another field. */
function eraseValue(current: Json, parents: ReadonlySet<string>, at: (string | number)[]): Erasure {
  return typeof current === 'string' && parents.has(current)
    ? { value: null, at }
    : { value: current, at: null };
}

function eraseBelow(
  value: Json,
  type: GraphQLOutputType,
  rest: readonly PathStep[],
  parents: ReadonlySet<string>,
  at: (string | number)[],
): Erasure {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (!isListType(nullable) || !Array.isArray(value)) return eraseIn(value, rest, parents, at);
  let first: (string | number)[] | null = null;
  for (const [index, item] of value.entries()) {
    const erased = eraseBelow(item, nullable.ofType, rest, parents, [...at, index]);
    if (erased.at === null) continue;
    first ??= erased.at;
    if (erased.value === null && isNonNullType(nullable.ofType)) return { value: null, at: first };
    value[index] = erased.value;
  }
  return { value, at: first };
}
