import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Protections, Requirement } from './protections.ts';

/** A step from an object to the value of one of its response keys. */
export interface PathStep {
  readonly key: string;
  readonly type: GraphQLOutputType;
  /** A response key that stands beside this one where it was asked for so; without it, that is everywhere. */
  readonly marker?: string;
}

/** A field that the viewer may not have. */
export interface DeniedField {
  readonly path: readonly PathStep[];
  /** The first requirement that is not met. */
  readonly requirement: Requirement;
}

/** An operation of which denied fields are taken out. */
export interface Rewrite {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly denied: readonly DeniedField[];
}

interface Rewriter {
  readonly schema: GraphQLSchema;
  readonly protections: Protections;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly isMet: (requirement: Requirement) => boolean;
  readonly denied: DeniedField[];
}

/**
 * Takes the fields that a viewer may not have out of an operation; null when it may have them all.
 *
 * A denied field becomes `__typename` under the denied field's own response key: no subgraph is asked for the field,
 * and the key stays in its place in the answer, to be nulled. A key below a type condition that leads to a denied field
 * gets a marker beside it, since on other types the same key may hold another field. Fragments are unfolded, since one fragment may be spread where it
 * is allowed and where it is not.
 *
 * @param isMet whether the viewer meets a requirement
 */
export function takeOutDenied(
  schema: GraphQLSchema,
  protections: Protections,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isMet: (requirement: Requirement) => boolean,
): Rewrite | null {
  const root = schema.getRootType(operation.operation);
  if (!root) return null;
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const rewriter: Rewriter = { schema, protections, fragments, isMet, denied: [] };
  const selectionSet = rewriteSelections(rewriter, operation.selectionSet, { parent: root, path: [] });
  if (rewriter.denied.length === 0) return null;
  const rewritten: OperationDefinitionNode = { ...operation, selectionSet };
  return {
    document: { kind: Kind.DOCUMENT, definitions: [rewritten] },
    operation: rewritten,
    denied: rewriter.denied,
  };
}

/** Where in an operation a selection stands. */
interface Place {
  readonly parent: GraphQLCompositeType;
  readonly path: readonly PathStep[];
  /** Whether a fragment's type condition decides if the selection applies. */
  readonly conditional?: boolean;
  /** The requirement of an enclosing fragment's type, when it is not met: it denies every field. */
  readonly refused?: Requirement | undefined;
}

function rewriteSelections(
  rewriter: Rewriter,
  { selections }: SelectionSetNode,
  place: Place,
): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: selections.flatMap((selection): SelectionNode | SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return rewriteField(rewriter, selection, place);
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? rewriter.fragments.get(selection.name.value) : selection;
      if (!fragment) return selection;
      const { typeCondition, selectionSet } = fragment;
      const named = typeCondition && rewriter.schema.getType(typeCondition.name.value);
      const parent = isCompositeType(named) ? named : place.parent;
      const own = rewriter.protections.ofType(parent.name).find((each) => !rewriter.isMet(each));
      const conditional = place.conditional || parent !== place.parent;
      return {
        kind: Kind.INLINE_FRAGMENT,
        ...(typeCondition && { typeCondition }),
        ...(selection.directives && { directives: selection.directives }),
        selectionSet: rewriteSelections(rewriter, selectionSet, {
          ...place,
          parent,
          conditional,
          refused: place.refused ?? own,
        }),
      };
    }),
  };
}

function rewriteField(rewriter: Rewriter, field: FieldNode, place: Place): FieldNode | FieldNode[] {
  const { parent, path, conditional, refused } = place;
  const definition =
    isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
  // __typename, __schema and __type are nobody's secret, unless the type itself is.
  if (!definition && !refused) return field;
  const type = definition?.type ?? TypeNameMetaFieldDef.type;
  const named = getNamedType(type);
  const key = (field.alias ?? field.name).value;
  const marker = conditional ? `__denied_${key}` : undefined;
  const marked = marker ? [typeNameAs(marker, field)] : [];
  const here = [...path, { key, type, ...(marker && { marker }) }];
  const requirement =
    refused ??
    rewriter.protections.ofField(parent, field.name.value, named.name).find((each) => !rewriter.isMet(each));
  if (requirement) {
    rewriter.denied.push({ path: here, requirement });
    return [typeNameAs(key, field), ...marked];
  }
  if (!field.selectionSet || !isCompositeType(named)) return field;
  const deniedBefore = rewriter.denied.length;
  const selectionSet = rewriteSelections(rewriter, field.selectionSet, { parent: named, path: here });
  return [{ ...field, selectionSet }, ...(rewriter.denied.length > deniedBefore ? marked : [])];
}

const typeNameAs = (alias: string, { directives }: FieldNode): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: alias },
  name: { kind: Kind.NAME, value: TypeNameMetaFieldDef.name },
  ...(directives && { directives }),
});
