import {
  type DefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

/** The names of the root types. */
export const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

export const isRoot = (type: string): boolean => Object.values<string>(ROOTS).includes(type);

/** Object types, whether written with `type` or with `extend type`. */
export const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION ||
  (node as ObjectTypeExtensionNode).kind === Kind.OBJECT_TYPE_EXTENSION;

export const isEntity = ({ directives = [] }: Pick<ObjectTypeDefinitionNode, 'directives'>): boolean =>
  directives.some(({ name }) => name.value === 'key');

/** The name of a type without its lists and non-nulls. */
export const getNamedTypeNode = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : getNamedTypeNode(type.type);

export const isNonNull = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE;

export const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
