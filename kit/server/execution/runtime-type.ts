import {
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import type { Field } from './program.ts';

/**
 * The object type that `resolveType` named for a value.
 *
 * @throws GraphQLError when it is none of the abstract type's, in graphql-js's words
 */
export function resolveRuntimeType(
  name: unknown,
  type: GraphQLAbstractType,
  { nodes, parentType, name: fieldName }: Field,
  { schema }: GraphQLResolveInfo,
  value: unknown,
): GraphQLObjectType {
  const must = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parentType.name}.${fieldName}"`;
  if (name == null) {
    throw new GraphQLError(
      `${must}. Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  }
  if (typeof name !== 'string') {
    throw new GraphQLError(`${must} with value ${inspect(value)}, received "${inspect(name)}".`);
  }
  const runtimeType = schema.getType(name);
  const wrong = `Abstract type "${type.name}" was resolved to a`;
  if (!runtimeType) {
    throw new GraphQLError(`${wrong} type "${name}" that does not exist inside the schema.`, { nodes });
  }
  if (!isObjectType(runtimeType)) throw new GraphQLError(`${wrong} non-object type "${name}".`, { nodes });
  if (!schema.isSubType(type, runtimeType)) {
    throw new GraphQLError(
      `Runtime Object type "${runtimeType.name}" is not a possible type for "${type.name}".`,
      { nodes },
    );
  }
  return runtimeType;
}
