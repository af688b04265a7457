import type { TypeMatcher } from './possible-types.ts';
import { type ObjectRecord, propertySource } from './record.ts';

/**
 * Gives a value that two objects share exactly when they have the same type and the same values in some fields;
 * undefined when the object is of another type than was asked for, or lacks a field.
 */
export type EntityKey = (entity: ObjectRecord) => unknown;

/**
 * Generates a key of scalar fields, as source for the sake of V8: see `compilePlaces`.
 *
 * @param isAlone whether the objects are of one type, and have one field, of a type whose values are no objects: then
 *   the value is its own key
 */
export function generateKey(matches: TypeMatcher, fields: readonly string[], isAlone = false): EntityKey {
  const parts = fields.map(
    (each) => `x = ${propertySource('v', each)};
      if (x === undefined) return undefined;
      key += part(x);`,
  );
  const source = `'use strict';
    return (v) => {
      let key = v.__typename, x;
      if (typeof key !== 'string' || !matches(key)) return undefined;
      ${isAlone ? `return ${propertySource('v', fields[0] as string)};` : `${parts.join('\n')} return key;`}
    };`;
  return new Function('matches', 'part', source)(matches, part) as EntityKey;
}

/** With its length before it, no text can be taken for the end of one value and the start of the next. */
function part(value: unknown): string {
  if (typeof value === 'string') return `"${value.length}:${value}`;
  return typeof value === 'object' ? JSON.stringify(value) : ` ${value}`;
}
