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
 * @returns the data, and where the first erased value stood; null when the answer had none
 */
export function erase(data: Json, { path, marker }: DeniedField): Erasure {
  return eraseIn(data, path, marker, []);
}

/** Erases below an object; gives null in its place when a field that cannot be null was erased. */
function eraseIn(
  object: Json,
  [step, ...rest]: readonly PathStep[],
  marker: string | undefined,
  at: (string | number)[],
): Erasure {
  if (!step || object === null || typeof object !== 'object' || Array.isArray(object)) {
    return { value: object, at: null };
  }
  const { key, type } = step;
  const isAsked = object[key] != null && (rest.length > 0 || marker === undefined || marker in object);
  if (!isAsked) return { value: object, at: null };
  const here = [...at, key];
  const erased =
    rest.length > 0 ? eraseBelow(object[key] as Json, type, rest, marker, here) : { value: null, at: here };
  if (rest.length === 0 && marker !== undefined) delete object[marker];
  if (erased.at === null) return { value: object, at: null };
  if (erased.value === null && isNonNullType(type)) return { value: null, at: erased.at };
  object[key] = erased.value;
  return { value: object, at: erased.at };
}

function eraseBelow(
  value: Json,
  type: GraphQLOutputType,
  rest: readonly PathStep[],
  marker: string | undefined,
  at: (string | number)[],
): Erasure {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (!isListType(nullable) || !Array.isArray(value)) return eraseIn(value, rest, marker, at);
  let first: (string | number)[] | null = null;
  for (const [index, item] of value.entries()) {
    const erased = eraseBelow(item, nullable.ofType, rest, marker, [...at, index]);
    if (erased.at === null) continue;
    first ??= erased.at;
    if (erased.value === null && isNonNullType(nullable.ofType)) return { value: null, at: first };
    value[index] = erased.value;
  }
  return { value, at: first };
}
