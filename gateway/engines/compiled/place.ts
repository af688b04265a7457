import type { GraphQLSchema } from 'graphql';
import type { ResponsePath } from '../../planner/plan.ts';
import { typeMatcher } from './possible-types.ts';
import { fieldReader, isRecord, type ObjectRecord } from './record.ts';

/** A place in the answer, as errors name it. */
export type ErrorPath = (string | number)[];

/** Where in the response a fetch works. */
export interface Places {
  /** Adds every object at the path to `found`, once for each object, however many paths share it. */
  collect(root: ObjectRecord, found: Set<ObjectRecord>): void;
  /** Calls back for every object at the path, with each of its paths. Only errors need it. */
  locate(root: ObjectRecord, visit: Visit): void;
}

type Visit = (place: ObjectRecord, path: ErrorPath) => void;
type Collect = (value: ObjectRecord, found: Set<ObjectRecord>) => void;
type Locate = (value: ObjectRecord, path: ErrorPath, visit: Visit) => void;

/**
 * Compiles a response path into the walks along it. Lists are walked through wherever they are, so the path's own
 * word on them does not count: planners differ on lists of lists.
 */
export function compilePlaces(schema: GraphQLSchema, path: ResponsePath): Places {
  let collect: Collect = (value, found) => void found.add(value);
  let locate: Locate = (value, at, visit) => visit(value, at);
  for (const segment of path.toReversed()) {
    if (segment === '@') continue;
    const [collectNext, locateNext] = [collect, locate];
    if (typeof segment === 'string') {
      const read = fieldReader(segment);
      collect = (value, found) => collectAll(read(value), found, collectNext);
      locate = (value, at, visit) => locateAll(read(value), [...at, segment], visit, locateNext);
    } else {
      const matchers = segment.types.map((type) => typeMatcher(schema, type));
      const matches = (value: ObjectRecord) => matchers.some((matcher) => matcher(value.__typename));
      collect = (value, found) => {
        if (matches(value)) collectNext(value, found);
      };
      locate = (value, at, visit) => {
        if (matches(value)) locateNext(value, at, visit);
      };
    }
  }
  return { collect, locate: (root, visit) => locate(root, [], visit) };
}

function collectAll(value: unknown, found: Set<ObjectRecord>, collect: Collect): void {
  if (Array.isArray(value)) for (const item of value) collectAll(item, found, collect);
  else if (isRecord(value)) collect(value, found);
}

function locateAll(value: unknown, path: ErrorPath, visit: Visit, locate: Locate): void {
  if (Array.isArray(value))
    value.forEach((item, index) => void locateAll(item, [...path, index], visit, locate));
  else if (isRecord(value)) locate(value, path, visit);
}
