import type { Change } from '@graphql-inspector/core';

type Meta = Readonly<Record<string, string>>;

/** By which coordinates an operation notices a change, where they are not simply the path of the change. */
const TOUCHED: Readonly<Record<string, (meta: Meta) => string[]>> = {
  FIELD_ARGUMENT_ADDED: ({ typeName, fieldName }) => [`${typeName}.${fieldName}`],
  FIELD_ARGUMENT_REMOVED: ({ typeName, fieldName, removedFieldArgumentName }) => [
    `${typeName}.${fieldName}(${removedFieldArgumentName}:)`,
  ],
  // One that is now required hits those who leave it out, too.
  FIELD_ARGUMENT_TYPE_CHANGED: ({ typeName, fieldName, argumentName, newArgumentType = '' }) =>
    newArgumentType.endsWith('!')
      ? [`${typeName}.${fieldName}`]
      : [`${typeName}.${fieldName}(${argumentName}:)`],
  FIELD_ARGUMENT_DEFAULT_CHANGED: ({ typeName, fieldName }) => [`${typeName}.${fieldName}`],
  // An output enum with a new value hits those who select a field of it.
  ENUM_VALUE_ADDED: ({ enumName = '' }) => [enumName],
  INPUT_FIELD_ADDED: ({ inputName = '' }) => [inputName],
  INPUT_FIELD_TYPE_CHANGED: ({ inputName = '', inputFieldName, newInputFieldType = '' }) =>
    newInputFieldType.endsWith('!') ? [inputName] : [`${inputName}.${inputFieldName}`],
  UNION_MEMBER_REMOVED: ({ removedUnionMemberTypeName = '' }) => [removedUnionMemberTypeName],
  UNION_MEMBER_ADDED: ({ unionName = '' }) => [unionName],
  OBJECT_TYPE_INTERFACE_REMOVED: ({ removedInterfaceName = '' }) => [removedInterfaceName],
  OBJECT_TYPE_INTERFACE_ADDED: ({ addedInterfaceName = '' }) => [addedInterfaceName],
  SCHEMA_QUERY_TYPE_CHANGED: ({ oldQueryTypeName = '' }) => [oldQueryTypeName],
  SCHEMA_MUTATION_TYPE_CHANGED: ({ oldMutationTypeName = '' }) => [oldMutationTypeName],
  SCHEMA_SUBSCRIPTION_TYPE_CHANGED: ({ oldSubscriptionTypeName = '' }) => [oldSubscriptionTypeName],
};

/** The coordinates through which an operation would notice a change of the API schema. */
export const touchedBy = ({ type, path = '', meta }: Change): string[] =>
  TOUCHED[type]?.(meta as Meta) ?? [path];

/** The coordinate of a change: `User.orders(first:)` where the differ says `User.orders.first`. */
export function coordinateOf({ type, path = '' }: Change): string {
  const [parent, field, last] = path.split('.');
  if (!last) return path;
  return type.startsWith('FIELD_ARGUMENT') ? `${parent}.${field}(${last}:)` : `${parent}.${field}`;
}
