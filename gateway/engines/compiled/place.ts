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
  locate(root: ObjectRecord, visit: (place: ObjectRecord, path: ErrorPath) => void): void;
}

type Collect = (value: unknown, found: Set<ObjectRecord>) => void;
type Locate = (
  value: unknown,
  path: ErrorPath,
  visit: (place: ObjectRecord, path: ErrorPath) => void,
) => void;

/** Compiles a response path into the walks along it. */
export function compilePlaces(schema: GraphQLSchema, path: ResponsePath): Places {
  let collect: Collect = (value, found) => {
    if (isRecord(value)) found.add(value);
  };
  let locate: Locate = (value, at, visit) => {
    if (isRecord(value)) visit(value, at);
  };
  for (const segment of path.toReversed()) {
    const [collectNext, locateNext] = [collect, locate];
    if (segment === '@') {
      collect = (value, found) => {
        if (Array.isArray(value)) for (const item of value) collectNext(item, found);
      };
      locate = (value, at, visit) => {
        if (Array.isArray(value))
          value.forEach((item, index) => void locateNext(item, [...at, index], visit));
      };
    } else if (typeof segment === 'string') {
      const read = fieldReader(segment);
      collect = (value, found) => {
        if (isRecord(value)) collectNext(read(value), found);
      };
      locate = (value, at, visit) => {
        if (isRecord(value)) locateNext(read(value), [...at, segment], visit);
      };
    } else {
      const matchers = segment.types.map((type) => typeMatcher(schema, type));
      const matches = (value: unknown) =>
        isRecord(value) && matchers.some((matcher) => matcher(value.__typename));
      collect = (value, found) => {
        if (matches(value)) collectNext(value, found);
      };
      locate = (value, at, visit) => {
        if (matches(value)) locateNext(value, at, visit);
      };
    }
  }
  return {
    collect,
    locate: (root, visit) => locate(root, [], visit),
  };
}
