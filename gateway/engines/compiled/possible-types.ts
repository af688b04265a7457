import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Tells whether an object whose `__typename` is `typename` matches a type condition. */
export type TypeMatcher = (typename: unknown) => boolean;

/**
 * Compiles a type condition over the supergraph's schema, hidden types included: it is asked of internal data.
 * A typename may be an interface's, where a subgraph knows the interface only as an `@interfaceObject`.
 */
export function typeMatcher(schema: GraphQLSchema, condition: string): TypeMatcher {
  const type = schema.getType(condition);
  if (!isAbstractType(type)) return (typename) => typename === condition;
  const names = new Set(
    Object.values(schema.getTypeMap())
      .filter((each) => (isObjectType(each) || isInterfaceType(each)) && schema.isSubType(type, each))
      .map((each) => each.name),
  ).add(condition);
  return (typename) => names.has(typename as string);
}

const known = new WeakMap<GraphQLSchema, ReadonlySet<unknown>>();

/** The names of a schema's interfaces. */
export function interfaceNames(schema: GraphQLSchema): ReadonlySet<unknown> {
  const names =
    known.get(schema) ??
    new Set(Object.values(schema.getTypeMap()).flatMap((type) => (isInterfaceType(type) ? type.name : [])));
  known.set(schema, names);
  return names;
}
