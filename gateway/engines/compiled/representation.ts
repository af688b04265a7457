import { type GraphQLSchema, Kind, parse } from 'graphql';
import type { RequiredSelection } from '../../planner/plan.ts';
import { generateKey } from './entity-key.ts';
import { typeMatcher } from './possible-types.ts';
import { fieldReader, isRecord, type ObjectRecord } from './record.ts';

/** Makes what a subgraph is told of an entity: its typename, key and required fields. */
export interface RepresentationBuilder {
  /**
   * A value that two objects share exactly when their representations are the same; undefined when the object is of no
   * type that the lookup is for, or lacks a field (fetching it failed). Far cheaper than the representation itself.
   */
  keyOf(entity: ObjectRecord): unknown;
  build(entity: ObjectRecord): ObjectRecord;
}

export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly RequiredSelection[],
): RepresentationBuilder {
  const select = compileSelections(schema, requires);
  return {
    keyOf: compileKey(schema, requires) ?? keyByRepresentation(schema, select),
    build(entity) {
      const representation: ObjectRecord = {};
      select(entity, representation);
      return representation;
    },
  };
}

function keyByRepresentation(schema: GraphQLSchema, select: Select): RepresentationBuilder['keyOf'] {
  const hasKey = compileKeyCheck(schema);
  return (entity) => {
    const representation: ObjectRecord = {};
    const isWhole = select(entity, representation) && hasKey(representation);
    return isWhole ? JSON.stringify(representation) : undefined;
  };
}

/**
 * Tells a representation from a part of one. @apollo/query-planner asks for a field of one type with that type's key,
 * and for what the field requires of an interface: objects of its other types have the latter alone, and their subgraph
 * would refuse the whole request for them.
 */
function compileKeyCheck(schema: GraphQLSchema): (representation: ObjectRecord) => boolean {
  const known = new Map<unknown, readonly (readonly string[])[]>();
  return (representation) => {
    const { __typename: type } = representation;
    if (typeof type !== 'string') return false;
    let keys = known.get(type);
    if (!keys) {
      keys = keysOf(schema, type);
      known.set(type, keys);
    }
    return keys.length === 0 || keys.some((key) => key.every((field) => field in representation));
  };
}

/** The fields of each key that some subgraph knows a type by. */
function keysOf(schema: GraphQLSchema, type: string): string[][] {
  const directives = schema.getType(type)?.astNode?.directives ?? [];
  return directives
    .filter(({ name }) => name.value === 'join__type')
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === 'key' && value.kind === Kind.STRING ? value.value : []))
    .map((key) => fieldsOf(`{ ${key} }`));
}

function fieldsOf(selectionSet: string): string[] {
  const [definition] = parse(selectionSet, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
  return definition.selectionSet.selections.flatMap((each) =>
    each.kind === Kind.FIELD ? each.name.value : [],
  );
}

/** The usual case: one fragment for each type, of scalar fields. Undefined for any other. */
function compileKey(
  schema: GraphQLSchema,
  requires: readonly RequiredSelection[],
): RepresentationBuilder['keyOf'] | undefined {
  const [fragment] = requires;
  if (requires.length !== 1 || fragment?.kind !== 'InlineFragment' || !fragment.typeCondition)
    return undefined;
  const names: string[] = [];
  for (const selection of fragment.selections) {
    if (selection.kind !== 'Field' || selection.selections) return undefined;
    if (selection.name !== '__typename') names.push(selection.name);
  }
  if (names.length === fragment.selections.length) return undefined;
  return generateKey(schema, fragment.typeCondition, names);
}

/** Copies the selected fields from `source` to `target`; false when one is missing. */
type Select = (source: ObjectRecord, target: ObjectRecord) => boolean;

function compileSelections(schema: GraphQLSchema, selections: readonly RequiredSelection[]): Select {
  const selects = selections.map((selection): Select => {
    if (selection.kind === 'Field') return compileField(schema, selection.name, selection.selections);
    const select = compileSelections(schema, selection.selections);
    if (selection.typeCondition === undefined) return select;
    const matches = typeMatcher(schema, selection.typeCondition);
    return (source, target) => {
      if (!matches(source.__typename)) return true;
      // A fragment that lacks a field adds nothing, yet the others may.
      const part: ObjectRecord = {};
      if (select(source, part)) unite(target, part);
      return true;
    };
  });
  return (source, target) => {
    for (const select of selects) if (!select(source, target)) return false;
    return true;
  };
}

function compileField(
  schema: GraphQLSchema,
  name: string,
  selections: readonly RequiredSelection[] | undefined,
): Select {
  const read = fieldReader(name);
  const select = selections && compileSelections(schema, selections);
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (!select || !isRecord(value)) return value;
    const part: ObjectRecord = {};
    return select(value, part) ? part : null;
  };
  return (source, target) => {
    const value = read(source);
    if (value === undefined) return false;
    target[name] = select ? copy(value) : value;
    return true;
  };
}

function unite(target: ObjectRecord, part: ObjectRecord): void {
  for (const key in part) {
    const [existing, value] = [target[key], part[key]];
    if (isRecord(existing) && isRecord(value)) unite(existing, value);
    else target[key] = value;
  }
}
