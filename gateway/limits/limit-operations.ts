import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { ListSizes } from './list-sizes.ts';
import { measureIntrospection, sizeOfSchema } from './measure-introspection.ts';

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
  /** How long lists are taken to be that are no pages; default: 10. */
  readonly listSizes?: ListSizes;
}

/** How often an operation may introspect the whole schema, or parts that come to as much. */
const WHOLE_SCHEMAS = 4;

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
 * document. The whole schema may be introspected four times over, however large it is.
 */
export function limitOperations(limits: OperationLimits = {}): ValidationRule {
  const {
    maxDepth = 25,
    maxFields = 1_000,
    maxMutations = 10,
    maxCost = 250_000,
    listSizes = () => 10,
  } = limits;
  return (context) => {
    const measure = createMeasure(context, maxCost, listSizes);
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

function createMeasure(context: ValidationContext, maxCost: number, listSizes: ListSizes) {
  const schema = context.getSchema();
  let costOfIntrospection: ((field: FieldNode) => number) | undefined;

  function introspectionCost(field: FieldNode): number {
    if (!costOfIntrospection) {
      const weight = maxCost / (WHOLE_SCHEMAS * sizeOfSchema(schema));
      const fragments = (name: string) => context.getFragment(name);
      const count = measureIntrospection(schema, fragments, Math.ceil((maxCost + 1) / weight));
      costOfIntrospection = (each) => Math.ceil(weight * count(each));
    }
    return costOfIntrospection(field);
  }
  const known = new Map<FragmentDefinitionNode, Size | null>();

  function ofFragment(fragment: FragmentDefinitionNode): Size {
    const size = known.get(fragment);
    // A fragment within itself is refused by a rule of the specification.
    if (size !== undefined) return size ?? NOTHING;
    known.set(fragment, null);
    const type = schema.getType(fragment.typeCondition.name.value);
    const measured = isCompositeType(type) ? ofSelection(fragment.selectionSet, type) : NOTHING;
    known.set(fragment, measured);
    return measured;
  }

  function ofField(field: FieldNode, parent: GraphQLCompositeType): Size {
    const name = field.name.value;
    const isIntrospection = name === '__schema' || name === '__type';
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = isIntrospection
      ? schema.getType(name === '__schema' ? '__Schema' : '__Type')
      : definition && getNamedType(definition.type);
    const inner =
      field.selectionSet && isCompositeType(type) ? ofSelection(field.selectionSet, type) : NOTHING;
    return {
      rootFields: 1,
      depth: 1 + inner.depth,
      fields: 1 + inner.fields,
      cost: isIntrospection
        ? introspectionCost(field)
        : 1 + (inner.cost && length(field, definition, parent)) * inner.cost,
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
    const named = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
    return ofSelection(selection.selectionSet, isCompositeType(named) ? named : parent);
  }

  /** How many objects a field may give. */
  function length(
    field: FieldNode,
    definition: GraphQLField<unknown, unknown> | undefined,
    parent: GraphQLCompositeType,
  ): number {
    if (!definition) return 1;
    if (definition.args.some(({ name }) => name === 'first')) return pageLength(field, definition);
    if (isConnection(getNamedType(definition.type).name)) return LONGEST_PAGE;
    // What a connection lists are the items of its page.
    const isList = isListType(getNullableType(definition.type)) && !isConnection(parent.name);
    return isList ? listSizes(parent.name, definition.name) : 1;
  }

  return ofSelection;
}

/** The names of Relay's connections say that they are (https://relay.dev/graphql/connections.htm). */
const isConnection = (type: string) => type.endsWith('Connection');

/** How many items a page may hold. */
function pageLength({ arguments: given }: FieldNode, { args }: GraphQLField<unknown, unknown>): number {
  const first = given?.find(({ name }) => name.value === 'first')?.value;
  if (first === undefined) {
    const otherwise = args.find(({ name }) => name === 'first')?.defaultValue;
    return typeof otherwise === 'number' ? otherwise : LONGEST_PAGE;
  }
  return first.kind === Kind.INT ? Math.min(Math.max(Number(first.value), 1), LONGEST_PAGE) : LONGEST_PAGE;
}
