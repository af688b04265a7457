import {
  type DocumentNode,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

/** What introspection fields came to. */
export interface Introspected {
  /** Their JSON text, by response name; null where one that cannot be null failed. */
  readonly texts: Readonly<Record<string, string>> | null;
  readonly errors: readonly GraphQLError[];
}

/** Answers introspection fields from the API schema. */
export type Introspection = (variables: Readonly<Record<string, unknown>>) => Introspected;

const NONE: Introspected = { texts: {}, errors: [] };

/** Compiles the introspection fields of an operation's root. Answers that no variable can change are kept. */
export function compileIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
): Introspection {
  if (fields.length === 0) return () => NONE;
  const introspection: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } },
      ...document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION),
    ],
  };
  const answer: Introspection = (variables) => {
    const result = execute({ schema, document: introspection, rootValue: {}, variableValues: variables });
    if (result instanceof Promise) throw new GraphQLError('Introspection must not wait.');
    const { data, errors = [] } = result;
    const texts = data && Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]);
    return { texts: texts ? Object.fromEntries(texts) : null, errors };
  };
  if (operation.variableDefinitions?.length) return answer;
  const kept = answer({});
  return () => kept;
}
