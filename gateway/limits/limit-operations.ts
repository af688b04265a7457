import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What an operation may ask for at most. */
export interface OperationLimits {
  /** Levels of fields; default 25. */
  readonly maxDepth?: number;
  /**
   * Fields with all fragments unfolded; default 1,000. To plan and compile one takes up to a millisecond, and nothing else
   * is answered meanwhile.
   */
  readonly maxFields?: number;
  /** Fields at the root of a mutation, each of which is a write; default 10. */
  readonly maxMutations?: number;
  /** Values that the answer can hold when every list is as long as it may be; default 250,000. */
  readonly maxCost?: number;
}

/** A page of a connection whose `first` is a variable is taken to be this long. */
const LONGEST_PAGE = 100;

/** How large a selection is. */
interface Size {
  /** Fields of this level. */
  readonly rootFields: number;
  readonly depth: number;
  readonly fields: number;
  readonly cost: number;
}

const NOTHING: Size = { rootFields: 0, depth: 0, fields: 0, cost: 0 };

/**
 * Makes a validation rule that refuses operations which are small as text and huge as work: fragments that unfold to
 * millions of fields, pages of pages of pages. Each fragment is measured once, so that the rule itself is linear in the
 * document. Introspection is measured like anything else, but costs nothing.
 */
export function limitOperations(limits: OperationLimits = {}): ValidationRule {
  const { maxDepth = 25, maxFields = 1_000, maxMutations = 10, maxCost = 250_000 } = limits;
  return (context) => {
    const measure = createMeasure(context);
    const refuse = (what: string, is: number, most: number) =>
      context.reportError(
        new GraphQLError(`The operation is too large: ${what} is ${is}, and at most ${most} is answered.`),
      );
    return {
      OperationDefinition({ operation, selectionSet }) {
        const root = context.getSchema().getRootType(operation);
        if (!root) return;
        const { depth, fields, cost, rootFields } = measure(selectionSet, root);
        if (depth > maxDepth) refuse('its depth', depth, maxDepth);
        else if (fields > maxFields) refuse('its number of fields', fields, maxFields);
        else if (operation === 'mutation' && rootFields > maxMutations) {
          refuse('its number of mutations', rootFields, maxMutations);
        } else if (cost > maxCost) refuse('its cost', cost, maxCost);
      },
    };
  };
}

function createMeasure(context: ValidationContext) {
  const known = new Map<FragmentDefinitionNode, Size | null>();

  function ofFragment(fragment: FragmentDefinitionNode): Size {
    const size = known.get(fragment);
    // A fragment within itself is refused by a rule of the specification.
    if (size !== undefined) return size ?? NOTHING;
    known.set(fragment, null);
    const type = context.getSchema().getType(fragment.typeCondition.name.value);
    const measured = isCompositeType(type) ? ofSelection(fragment.selectionSet, type) : NOTHING;
    known.set(fragment, measured);
    return measured;
  }

  function ofField(field: FieldNode, parent: GraphQLCompositeType): Size {
    const name = field.name.value;
    const isIntrospection = name.startsWith('__');
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = isIntrospection
      ? context.getSchema().getType(name === '__schema' ? '__Schema' : '__Type')
      : definition && getNamedType(definition.type);
    const inner =
      field.selectionSet && isCompositeType(type) ? ofSelection(field.selectionSet, type) : NOTHING;
    return {
      rootFields: 1,
      depth: 1 + inner.depth,
      fields: 1 + inner.fields,
      cost: isIntrospection ? 0 : 1 + pageLength(field, definition) * inner.cost,
    };
  }

  function ofSelection({ selections }: SelectionSetNode, parent: GraphQLCompositeType): Size {
    let size = NOTHING;
    for (const selection of selections) {
      const part = ofPart(selection, parent);
      size = {
        rootFields: size.rootFields + part.rootFields,
        depth: Math.max(size.depth, part.depth),
        fields: size.fields + part.fields,
        cost: size.cost + part.cost,
      };
    }
    return size;
  }

  function ofPart(selection: SelectionSetNode['selections'][number], parent: GraphQLCompositeType): Size {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = context.getFragment(selection.name.value);
      return fragment ? ofFragment(fragment) : NOTHING;
    }
    const named = selection.typeCondition && context.getSchema().getType(selection.typeCondition.name.value);
    return ofSelection(selection.selectionSet, isCompositeType(named) ? named : parent);
  }

  return ofSelection;
}

/** How many items a connection's page may hold; 1 for any other field. */
function pageLength(field: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): number {
  const first = definition?.args.find(({ name }) => name === 'first');
  if (!first) return 1;
  const given = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given === undefined) return typeof first.defaultValue === 'number' ? first.defaultValue : LONGEST_PAGE;
  return given.kind === Kind.INT ? Math.min(Math.max(Number(given.value), 1), LONGEST_PAGE) : LONGEST_PAGE;
}
