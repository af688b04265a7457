import { type FieldNode, type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import type { SubgraphError } from './transport.ts';

/**
 * The answer that stands for none: no data, and an error for each field that the subgraph would have given, so that a
 * client sees the path of every null. Of several entities the first one's path is given.
 */
export function failureResponse(failure: SubgraphError, { query }: SubgraphRequest): SubgraphResponse {
  const errors = pathsOf(query).map(
    (path): GraphQLFormattedError => ({ message: failure.message, path, extensions: { code: failure.code } }),
  );
  return { data: null, errors };
}

function pathsOf(query: string): (string | number)[][] {
  for (const definition of parse(query, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    // A field may be selected several times, under different conditions.
    const fields = new Map(fieldsOf(definition.selectionSet).map((field) => [keyOf(field), field]));
    return [...fields.values()].flatMap((field) =>
      field.name.value === '_entities' && field.selectionSet
        ? entityPaths(keyOf(field), [...new Set(fieldsOf(field.selectionSet).map(keyOf))])
        : [[keyOf(field)]],
    );
  }
  return [];
}

/** Of an entity that nothing but `__typename` is asked of, the path to the entity itself. */
const entityPaths = (entities: string, keys: readonly string[]): (string | number)[][] =>
  keys.length === 0 ? [[entities, 0]] : keys.map((key) => [entities, 0, key]);

const keyOf = ({ alias, name }: FieldNode) => (alias ?? name).value;

/** The fields of a selection, inline fragments unfolded; `__typename` and named fragments are left out. */
function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
    return selection.kind === Kind.FIELD && selection.name.value !== '__typename' ? [selection] : [];
  });
}
