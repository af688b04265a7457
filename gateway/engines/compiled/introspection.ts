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

/** Answers the introspection fields of an operation from the API schema. */
export interface Introspection {
  answer(variables: Readonly<Record<string, unknown>>): Introspected;
  /** Characters of the answer that is kept. */
  readonly keptCharacters: number;
}

const NOTHING: Introspected = { texts: {}, errors: [] };
const NONE: Introspection = { answer: () => NOTHING, keptCharacters: 0 };

/**
 * Compiles the introspection fields of an operation's root. An answer that no variable can change is made once, and kept
 * as long as the operation.
 */
export function compileIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
): Introspection {
  if (fields.length === 0) return NONE;
  const introspection: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } },
      ...document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION),
    ],
  };
  const answer: Introspection['answer'] = (variables) => {
    const result = execute({ schema, document: introspection, rootValue: {}, variableValues: variables });
    if (result instanceof Promise) throw new GraphQLError('Introspection must not wait.');
    const { data, errors = [] } = result;
    const texts = data && Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]);
    return { texts: texts ? Object.fromEntries(texts) : null, errors };
  };
  if (operation.variableDefinitions?.length) return { answer, keptCharacters: 0 };
  const kept = answer({});
  const keptCharacters = Object.values(kept.texts ?? {}).reduce((sum, each) => sum + each.length, 0);
  return { answer: () => kept, keptCharacters };
}
