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
export function erase(data: Json, { path }: DeniedField): Erasure {
  return eraseIn(data, path, []);
}

/** Takes the markers of a denied field's path out of an answer, once every field that they stand beside is erased. */
export function removeMarkers(data: Json, path: readonly PathStep[]): void {
  const [step, ...rest] = path;
  if (!step || data === null || typeof data !== 'object') return;
  if (Array.isArray(data)) {
    for (const item of data) removeMarkers(item, path);
    return;
  }
  if (step.marker) delete data[step.marker];
  removeMarkers(own(data, step.key) ?? null, rest);
}

/** The object's own field: operations may name fields as what every object inherits, and leave them out. */
const own = (object: { [key: string]: Json }, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Erases below an object; gives null in its place when a field that cannot be null was erased. */
function eraseIn(object: Json, [step, ...rest]: readonly PathStep[], at: (string | number)[]): Erasure {
  if (!step || object === null || typeof object !== 'object' || Array.isArray(object)) {
    return { value: object, at: null };
  }
  const { key, type, marker } = step;
  const value = own(object, key);
  const isAsked = value != null && (marker === undefined || Object.hasOwn(object, marker));
  if (!isAsked) return { value: object, at: null };
  const here = [...at, key];
  const erased = rest.length > 0 ? eraseBelow(value, type, rest, here) : { value: null, at: here };
  if (erased.at === null) return { value: object, at: null };
  if (erased.value === null && isNonNullType(type)) return { value: null, at: erased.at };
  object[key] = erased.value;
  return { value: object, at: erased.at };
}

function eraseBelow(
  value: Json,
  type: GraphQLOutputType,
  rest: readonly PathStep[],
  at: (string | number)[],
): Erasure {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (!isListType(nullable) || !Array.isArray(value)) return eraseIn(value, rest, at);
  let first: (string | number)[] | null = null;
  for (const [index, item] of value.entries()) {
    const erased = eraseBelow(item, nullable.ofType, rest, [...at, index]);
    if (erased.at === null) continue;
    first ??= erased.at;
    if (erased.value === null && isNonNullType(nullable.ofType)) return { value: null, at: first };
    value[index] = erased.value;
  }
  return { value, at: first };
}
