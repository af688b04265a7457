import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

type Fragments = (name: string) => FragmentDefinitionNode | null | undefined;

/** The whole schema with everything that can be asked of it. */
const WHOLE_SCHEMA = parse(
  getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
  { noLocation: true },
);

const wholeSchemas = new WeakMap<GraphQLSchema, number>();

/** Values in the answer to the standard introspection query. */
export function sizeOfSchema(schema: GraphQLSchema): number {
  let size = wholeSchemas.get(schema);
  if (size === undefined) {
    const fragments = new Map<string, FragmentDefinitionNode>();
    let field: SelectionNode | undefined;
    for (const each of WHOLE_SCHEMA.definitions) {
      if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
      else if (each.kind === Kind.OPERATION_DEFINITION) [field] = each.selectionSet.selections;
    }
    size = measureIntrospection(schema, (name) => fragments.get(name))(field as FieldNode);
    wholeSchemas.set(schema, size);
  }
  return size;
}

/**
 * Makes a function that counts the values in the answer to a `__schema` or `__type` field: of the schema as it is, since
 * what `fields { type { fields { type ...` comes to differs too much from type to type. Each selection is counted once for
 * each part of the schema, and counting ends once it is sure that there are more than `most`.
 */
export function measureIntrospection(
  schema: GraphQLSchema,
  fragments: Fragments,
  most = Number.POSITIVE_INFINITY,
): (field: FieldNode) => number {
  const known = new Map<SelectionSetNode, Map<unknown, number>>();
  /** Looks at a selection or at an object: each stands for a value at least. */
  let left = 2 * most;

  function ofValue(value: unknown, type: GraphQLObjectType, selectionSet: SelectionSetNode): number {
    if (value === null || value === undefined) return 0;
    if (!Array.isArray(value)) return ofObject(value, type, selectionSet);
    let sum = 0;
    for (const item of value) {
      if (--left < 0) return most;
      sum += ofObject(item, type, selectionSet);
    }
    return sum;
  }

  function ofObject(source: unknown, type: GraphQLObjectType, selectionSet: SelectionSetNode): number {
    const sizes = known.get(selectionSet) ?? new Map<unknown, number>();
    known.set(selectionSet, sizes);
    const before = sizes.get(source);
    if (before !== undefined) return before;
    // A fragment within itself is refused by a rule of the specification.
    sizes.set(source, 0);
    const size = ofSelections(source, type, selectionSet);
    sizes.set(source, size);
    return size;
  }

  function ofSelections(source: unknown, type: GraphQLObjectType, { selections }: SelectionSetNode): number {
    let size = 0;
    for (const selection of selections) {
      if (--left < 0) return most;
      if (selection.kind === Kind.FIELD) size += ofField(selection, source, type);
      else {
        const { selectionSet } =
          (selection.kind === Kind.FRAGMENT_SPREAD ? fragments(selection.name.value) : selection) ?? {};
        if (selectionSet) size += ofObject(source, type, selectionSet);
      }
    }
    return size;
  }

  function ofField({ name, selectionSet }: FieldNode, source: unknown, type: GraphQLObjectType): number {
    const definition = type.getFields()[name.value];
    const inner = definition && getNamedType(definition.type);
    if (!selectionSet || !definition?.resolve || !isObjectType(inner)) return 1;
    const value = definition.resolve(source, { includeDeprecated: true }, undefined, { schema } as never);
    return 1 + ofValue(value, inner, selectionSet);
  }

  return (field) => {
    const { name, selectionSet } = field;
    if (!selectionSet) return 1;
    const isSchema = name.value === '__schema';
    const type = getNamedType((isSchema ? SchemaMetaFieldDef : TypeMetaFieldDef).type) as GraphQLObjectType;
    if (isSchema) return 1 + ofObject(schema, type, selectionSet);
    // Which type it is may be up to a variable.
    const sizes = Object.values(schema.getTypeMap()).map((each) => ofObject(each, type, selectionSet));
    return 1 + Math.max(...sizes);
  };
}
