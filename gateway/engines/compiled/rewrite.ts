import type { GraphQLSchema } from 'graphql';
import type { Rewrite } from '../../planner/plan.ts';
import type { ErrorPath } from './place.ts';
import { typeMatcher } from './possible-types.ts';
import { fieldReader, isRecord, type ObjectRecord } from './record.ts';

type Apply = (value: unknown) => void;

/** Compiles rewrites into one function that changes an object in place; undefined when there is nothing to change. */
export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly Rewrite[],
): ((record: ObjectRecord) => void) | undefined {
  if (rewrites.length === 0) return undefined;
  const applies = rewrites.map((rewrite) => compileRewrite(schema, rewrite));
  return (record) => {
    for (const apply of applies) apply(record);
  };
}

/** An error's path with the names that rewrites give to fields that a planner had renamed. */
export function pathRewriter(rewrites: readonly Rewrite[]): (path: ErrorPath) => ErrorPath {
  const names = new Map<unknown, string>(
    rewrites.flatMap(({ field, change }) => ('renameTo' in change ? [[field, change.renameTo]] : [])),
  );
  return names.size === 0 ? (path) => path : (path) => path.map((step) => names.get(step) ?? step);
}

function compileRewrite(schema: GraphQLSchema, { path, field, change }: Rewrite): Apply {
  const read = fieldReader(field);
  let apply: Apply = walkLists((record) => {
    if ('set' in change) {
      record[field] = change.set;
      return;
    }
    const value = read(record);
    if (value === undefined) return;
    record[change.renameTo] = value;
    delete record[field];
  });
  for (const segment of path.toReversed()) {
    const next = apply;
    if (segment === '@') continue; // lists are walked through anyway
    if (typeof segment === 'string') {
      const readSegment = fieldReader(segment);
      apply = walkLists((record) => next(readSegment(record)));
    } else {
      const matchers = segment.types.map((type) => typeMatcher(schema, type));
      // Not every object was asked for its type; the planner counts on a rewrite to reach those that were not.
      apply = walkLists((record) => {
        const typename = record.__typename;
        if (typename === undefined || matchers.some((matches) => matches(typename))) next(record);
      });
    }
  }
  return apply;
}

function walkLists(apply: (record: ObjectRecord) => void): Apply {
  return function walk(value: unknown): void {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isRecord(value)) apply(value);
  };
}
