import type { GraphQLSchema } from 'graphql';
import type { RequiredSelection } from '../../planner/plan.ts';
import { typeMatcher } from './possible-types.ts';
import { fieldReader, isRecord, type ObjectRecord } from './record.ts';

/**
 * Builds what a subgraph is told of an entity: its typename, key and required fields.
 * Undefined when the object is of no type that the lookup is for, or lacks a field (fetching it failed).
 */
export type RepresentationBuilder = (entity: ObjectRecord) => ObjectRecord | undefined;

export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly RequiredSelection[],
): RepresentationBuilder {
  const select = compileSelections(schema, requires);
  return (entity) => {
    const representation: ObjectRecord = {};
    return select(entity, representation) && representation.__typename ? representation : undefined;
  };
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
