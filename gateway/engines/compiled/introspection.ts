import {
  type DocumentNode,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

/** Answers introspection fields from the API schema: their JSON text, by response name. */
export type Introspection = (
  variables: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, string>>;

const NONE: Readonly<Record<string, string>> = {};

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
    const entries = Object.entries(('data' in result && result.data) || {});
    return Object.fromEntries(entries.map(([name, value]) => [name, JSON.stringify(value)]));
  };
  if (operation.variableDefinitions?.length) return answer;
  const kept = answer({});
  return () => kept;
}
