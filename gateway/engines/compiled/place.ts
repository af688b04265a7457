import type { GraphQLSchema } from 'graphql';
import type { ResponsePath } from '../../planner/plan.ts';
import { typeMatcher } from './possible-types.ts';
import { fieldReader, isRecord, type ObjectRecord } from './record.ts';

/** A place in the answer, as errors name it. */
export type ErrorPath = (string | number)[];

/** Where in the response a fetch works. */
export interface Places {
  /** Calls back for every object at the path. */
  collect(root: ObjectRecord, visit: (place: ObjectRecord) => void): void;
  /** Calls back for every object at the path, with each of its paths. Only errors need it. */
  locate(root: ObjectRecord, visit: Visit): void;
}

type Visit = (place: ObjectRecord, path: ErrorPath) => void;
type Collect = (value: ObjectRecord, visit: (place: ObjectRecord) => void) => void;
type Locate = (value: ObjectRecord, path: ErrorPath, visit: Visit) => void;

/**
 * Compiles a response path into the walks along it. Lists are walked through wherever they are, so the path's own
 * word on them does not count: planners differ on lists of lists.
 */
export function compilePlaces(schema: GraphQLSchema, path: ResponsePath): Places {
  let collect: Collect = (value, visit) => visit(value);
  let locate: Locate = (value, at, visit) => visit(value, at);
  for (const segment of path.toReversed()) {
    if (segment === '@') continue;
    const [collectNext, locateNext] = [collect, locate];
    if (typeof segment === 'string') {
      const read = fieldReader(segment);
      collect = (value, visit) => collectAll(read(value), visit, collectNext);
      locate = (value, at, visit) => locateAll(read(value), [...at, segment], visit, locateNext);
    } else {
      const matchers = segment.types.map((type) => typeMatcher(schema, type));
      const matches = (value: ObjectRecord) => matchers.some((matcher) => matcher(value.__typename));
      collect = (value, visit) => {
        if (matches(value)) collectNext(value, visit);
      };
      locate = (value, at, visit) => {
        if (matches(value)) locateNext(value, at, visit);
      };
    }
  }
  return { collect, locate: (root, visit) => locate(root, [], visit) };
}

function collectAll(value: unknown, visit: (place: ObjectRecord) => void, collect: Collect): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) collectAll(value[index], visit, collect);
  } else if (isRecord(value)) collect(value, visit);
}

function locateAll(value: unknown, path: ErrorPath, visit: Visit, locate: Locate): void {
  if (Array.isArray(value))
    value.forEach((item, index) => void locateAll(item, [...path, index], visit, locate));
  else if (isRecord(value)) locate(value, path, visit);
}
