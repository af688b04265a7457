import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { type TypeMatcher, typeMatcher } from './possible-types.ts';
import { type ObjectRecord, propertySource } from './record.ts';

/**
 * Gives a value that two objects share exactly when they have the same type and the same values in some fields;
 * undefined when the object is of another type than was asked for, or lacks a field.
 */
export type EntityKey = (entity: ObjectRecord) => unknown;

/**
 * Generates a key of scalar fields, as source for the sake of V8: see `compilePlaces`.
 *
 * @param type what the objects must be of; of any type, if undefined
 */
export function generateKey(
  schema: GraphQLSchema,
  type: string | undefined,
  fields: readonly string[],
): EntityKey {
  const matches: TypeMatcher = type === undefined ? () => true : typeMatcher(schema, type);
  const known = type === undefined ? undefined : schema.getType(type);
  // The usual case: one field of one type is its own key.
  const isAlone =
    fields.length === 1 && isObjectType(known) && isPlain(known.getFields()[fields[0] as string]?.type);
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

/** Whether values of a type are no objects, which two answers would hold a copy each of. */
function isPlain(type: GraphQLOutputType | undefined): boolean {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isEnumType(nullable) || (isScalarType(nullable) && isSpecifiedScalarType(nullable));
}

/** With its length before it, no text can be taken for the end of one value and the start of the next. */
function part(value: unknown): string {
  if (typeof value === 'string') return `"${value.length}:${value}`;
  return typeof value === 'object' ? JSON.stringify(value) : ` ${value}`;
}
