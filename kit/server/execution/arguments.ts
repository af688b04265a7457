import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  getNamedType,
  isEnumType,
  isSpecifiedScalarType,
  Kind,
} from 'graphql';

/**
 * Whether all calls of a field within an execution may be given the same argument values: those of variables and
 * defaults are shared by graphql-js too, and those of simple literals cannot be changed. A literal object, list or
 * custom scalar is made anew for each call, since a resolver may change it.
 */
export function areArgumentsShareable(
  { args }: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
): boolean {
  return (
    args.length > 0 &&
    args.every(({ name, type }) => {
      const value = given.find((each: ArgumentNode) => each.name.value === name)?.value;
      if (!value || value.kind === Kind.VARIABLE || value.kind === Kind.NULL) return true;
      const named = getNamedType(type);
      const isSimple = value.kind !== Kind.LIST && value.kind !== Kind.OBJECT;
      return isSimple && named === type && (isEnumType(named) || isSpecifiedScalarType(named));
    })
  );
}
