import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
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
 * that we know leave out a required field under some of them) do not come up. A field of which nothing is selected
 * any more asks for `__typename`, so that its object is still fetched.
 */
export function withoutConditions(
  document: DocumentNode,
  values: Readonly<Record<string, unknown>>,
): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const kept = new Map<string, FragmentDefinitionNode | undefined>();

  const prune = (selectionSet: SelectionSetNode): SelectionSetNode => ({
    ...selectionSet,
    selections: selectionSet.selections.flatMap((selection): SelectionNode[] => {
      if (!isIncluded(selection.directives, values)) return [];
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        return keptFragment(selection.name.value) ? [unconditional(selection)] : [];
      }
      if (!selection.selectionSet) return [unconditional(selection)];
      const pruned = prune(selection.selectionSet);
      if (pruned.selections.length > 0) return [{ ...unconditional(selection), selectionSet: pruned }];
      if (selection.kind === Kind.INLINE_FRAGMENT) return [];
      return [{ ...unconditional(selection), selectionSet: { ...pruned, selections: [TYPENAME] } }];
    }),
  });

  /** The fragment as far as anything of it is left. */
  function keptFragment(name: string): FragmentDefinitionNode | undefined {
    const fragment = fragments.get(name);
    if (fragment && !kept.has(name)) {
      const selectionSet = prune(fragment.selectionSet);
      kept.set(name, selectionSet.selections.length > 0 ? { ...fragment, selectionSet } : undefined);
    }
    return kept.get(name);
  }

  const operations = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? { ...each, selectionSet: prune(each.selectionSet) } : [],
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [...operations, ...[...kept.values()].filter((each) => each !== undefined)],
  };
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
