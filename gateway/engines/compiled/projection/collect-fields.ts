import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What decides which fields of an operation count. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that `@skip` and `@include` use. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/**
 * Fields selected on an object of the given type, by response name, in the order the operation asks for them.
 *
 * @see https://spec.graphql.org/October2021/#CollectFields()
 * @param type usually an object type; an interface where nobody could say what the object is.
 */
export function collectFields(
  scope: SelectionScope,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const groups = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (!isIncluded(selection.directives, scope.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const group = groups.get(name);
        if (group) group.push(selection);
        else groups.set(name, [selection]);
        continue;
      }
      let fragment: {
        selectionSet: SelectionSetNode;
        typeCondition?: { name: { value: string } } | undefined;
      };
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        fragment = selection;
      } else {
        const definition = scope.fragments.get(selection.name.value);
        if (!definition || visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
        fragment = definition;
      }
      if (fragmentApplies(scope.schema, fragment.typeCondition?.name.value, type)) {
        visit(fragment.selectionSet.selections);
      }
    }
  };
  for (const selectionSet of selectionSets) visit(selectionSet.selections);
  return groups;
}

function fragmentApplies(
  schema: GraphQLSchema,
  condition: string | undefined,
  type: GraphQLCompositeType,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && !('getTypes' in type) && schema.isSubType(conditionType, type);
}

/** Whether `@skip` and `@include` let a selection count, for given values of their variables. */
export function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Readonly<Record<string, unknown>>,
): boolean {
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((each) => each.name.value === 'if')?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? conditions[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value;
    if (holds === (name === 'skip')) return false;
  }
  return true;
}
