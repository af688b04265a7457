import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { isIncluded } from './projection/index.ts';

/** Variables that decide what an operation selects, in a fixed order. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The document for given values of its conditions, with no condition left.
 *
 * Planned this way, an operation never fetches what it does not show, and planners' mistakes with conditions (both
 * that we know leave out a required field under some of them) do not come up. A selection set that would be empty
 * asks for `__typename`, so that its object is still fetched.
 */
export function withoutConditions(
  document: DocumentNode,
  values: Readonly<Record<string, unknown>>,
): DocumentNode {
  return visit(document, {
    SelectionSet(node): SelectionSetNode {
      const selections = node.selections.filter((each) => isIncluded(each.directives, values));
      return { ...node, selections: selections.length > 0 ? selections.map(unconditional) : [TYPENAME] };
    },
  });
}

function unconditional<T extends SelectionNode>(selection: T): T {
  const directives = selection.directives?.filter(
    ({ name }) => name.value !== 'skip' && name.value !== 'include',
  );
  return directives?.length === selection.directives?.length ? selection : { ...selection, directives };
}

/** The operation with the document's fragments; other operations are left out. */
export function documentOf(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}
