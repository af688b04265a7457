import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getFieldDef } from 'graphql/execution/execute.js';
import { areArgumentsShareable } from './arguments.ts';

/** An operation for one choice of its conditions, with everything looked up that graphql-js looks up for each value. */
export interface Program {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly root: Selection;
  /** How many fields have arguments that are read once for each execution. */
  readonly argumentSlots: number;
}

/** The fields of an object. */
export interface Selection {
  readonly type: GraphQLObjectType;
  readonly fields: readonly Field[];
}

/** A field of a selection; all nodes that ask for it under one name are merged. */
export interface Field {
  readonly responseName: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly returnType: GraphQLOutputType;
  /** Without one, the parent's property of the field's name is the value. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  readonly isTypename: boolean;
  readonly takesArguments: boolean;
  /** Where an execution keeps the arguments once they are read; -1 where each call needs its own. */
  readonly argumentSlot: number;
  readonly shape: Shape;
}

/** A type as values are completed against it; `NonNull` is a mark on what it wraps. */
export type Shape = LeafShape | ListShape | ObjectShape | AbstractShape;

interface ShapeBase {
  readonly isNonNull: boolean;
}
export interface LeafShape extends ShapeBase {
  readonly kind: 'leaf';
  readonly type: GraphQLLeafType;
}
export interface ListShape extends ShapeBase {
  readonly kind: 'list';
  readonly item: Shape;
}
export interface ObjectShape extends ShapeBase {
  readonly kind: 'object';
  readonly selection: Selection;
}
export interface AbstractShape extends ShapeBase {
  readonly kind: 'abstract';
  readonly type: GraphQLAbstractType;
  /** The selection on one of the possible types; made when the first value of that type comes. */
  readonly selectionOn: (type: GraphQLObjectType) => Selection;
}

/** What a program is made of. */
export interface ProgramSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly rootType: GraphQLObjectType;
  /** The variables that `@skip` and `@include` name. */
  readonly conditions: Readonly<Record<string, boolean>>;
}

/** Compiles a valid operation. */
export function compile({ schema, operation, fragments, rootType, conditions }: ProgramSource): Program {
  let argumentSlots = 0;

  const selectionOf = (type: GraphQLObjectType, groups: Map<string, readonly FieldNode[]>): Selection => ({
    type,
    fields: [...groups].flatMap(([responseName, nodes]) => {
      const definition = getFieldDef(schema, type, nodes[0] as FieldNode);
      return definition ? [fieldOf(type, responseName, nodes, definition)] : [];
    }),
  });

  const subselectionOf = (type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
    selectionOf(type, collectSubfields(schema, fragments, conditions, type, nodes));

  const fieldOf = (
    parentType: GraphQLObjectType,
    responseName: string,
    nodes: readonly FieldNode[],
    definition: GraphQLField<unknown, unknown>,
  ): Field => ({
    responseName,
    name: definition.name,
    nodes,
    parentType,
    definition,
    returnType: definition.type,
    resolve: definition.resolve,
    isTypename: definition === TypeNameMetaFieldDef,
    takesArguments: definition.args.length > 0,
    argumentSlot: areArgumentsShareable(definition, nodes[0] as FieldNode) ? argumentSlots++ : -1,
    shape: shapeOf(definition.type, nodes, false),
  });

  const shapeOf = (type: GraphQLOutputType, nodes: readonly FieldNode[], isNonNull: boolean): Shape => {
    if (isNonNullType(type)) return shapeOf(type.ofType, nodes, true);
    if (isListType(type)) return { kind: 'list', isNonNull, item: shapeOf(type.ofType, nodes, false) };
    if (isLeafType(type)) return { kind: 'leaf', isNonNull, type };
    if (!isAbstractType(type)) return { kind: 'object', isNonNull, selection: subselectionOf(type, nodes) };
    const selections = new Map<GraphQLObjectType, Selection>();
    const selectionOn = (runtimeType: GraphQLObjectType) => {
      const selection = selections.get(runtimeType) ?? subselectionOf(runtimeType, nodes);
      selections.set(runtimeType, selection);
      return selection;
    };
    return { kind: 'abstract', isNonNull, type, selectionOn };
  };

  const groups = collectFields(schema, fragments, conditions, rootType, operation.selectionSet);
  const root = selectionOf(rootType, groups);
  return {
    schema,
    operation,
    fragments,
    root,
    // Selections on possible types come later, and bring slots of their own.
    get argumentSlots() {
      return argumentSlots;
    },
  };
}
