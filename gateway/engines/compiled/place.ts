import type { GraphQLSchema } from 'graphql';
import type { ResponsePath } from '../../planner/plan.ts';
import { generateKey } from './entity-key.ts';
import { typeMatcher } from './possible-types.ts';
import { fieldReader, isRecord, type ObjectRecord, propertySource } from './record.ts';

/** A place in the answer, as errors name it. */
export type ErrorPath = (string | number)[];

/** Where in the response a fetch works. */
export interface Places {
  /** Every object at the path; one that stands at several places is given once, as far as that is known of the run. */
  collect(run: Run): ObjectRecord[];
  /** Calls back for every object at the path, with each of its paths. Only errors need it. */
  locate(root: ObjectRecord, visit: Visit): void;
}

/** What a walk learns of a run, and counts on. */
export interface Run {
  readonly data: ObjectRecord;
  /**
   * Whether some object stands at several places: then walks remember where they have been. To remember costs more than
   * the walk, where there is nothing to find.
   */
  repeats: boolean;
}

type Visit = (place: ObjectRecord, path: ErrorPath) => void;
type Locate = (value: ObjectRecord, path: ErrorPath, visit: Visit) => void;

/** What tells the objects at a path apart. */
export interface Reference {
  /** Set where the lookup is for one type: no others are looked at. */
  readonly type: string | undefined;
  readonly fields: readonly string[];
}

/** What a walk may count on. */
export interface Repetition {
  /** What tells the objects at the path apart: of equal ones the first takes the place of all. */
  readonly intern?: Reference | undefined;
  /** Depths of the path, in fields, where one object has taken the place of equal ones. */
  readonly interned?: ReadonlySet<number>;
}

/**
 * Compiles a response path into the walks along it. Lists are walked through wherever they are, so the path's own
 * word on them does not count: planners differ on lists of lists.
 */
export function compilePlaces(
  schema: GraphQLSchema,
  path: ResponsePath,
  repetition: Repetition = {},
): Places {
  const locate = compileLocate(schema, path);
  return {
    collect: compileCollect(schema, path, repetition),
    locate: (root, visit) => locate(root, [], visit),
  };
}

/** When of so many objects at a path */
const ENOUGH = 64;
/** more than this differ, the rest is not compared: there is little to gain. */
const MOST = 48;

/**
 * Generates the walk that every request takes. Source, not closures: closures of one source share what V8 learns of
 * the objects that they meet, so that each would read every object in the slowest way.
 */
function compileCollect(
  schema: GraphQLSchema,
  path: ResponsePath,
  { intern, interned }: Repetition,
): Places['collect'] {
  const steps = path.filter((segment) => segment !== '@');
  const matchers = steps.map((step) => {
    if (typeof step === 'string') return undefined;
    const each = step.types.map((type) => typeMatcher(schema, type));
    return (typename: unknown) => each.some((matches) => matches(typename));
  });
  /** What is done with the object `y`, which stands in `holder`. */
  const visit = (depth: number, holder: string): string => {
    const go = `f${depth + 1}(y);`;
    if (intern && depth === steps.length - 1) {
      return `if (looked === ENOUGH && firsts.size > MOST) { ${go} } else {
          looked++;
          const key = keyOf(y), first = key === undefined ? undefined : firsts.get(key);
          if (first === undefined) { if (key !== undefined) firsts.set(key, y); ${go} }
          else if (first !== y) { ${holder} = first; replaced = true; }
        }`;
    }
    return interned?.has(depth)
      ? `if (!repeats) { ${go} } else if (!objects${depth}.has(y)) { objects${depth}.add(y); ${go} }`
      : go;
  };
  const functions = steps.map((step, depth) => {
    if (typeof step !== 'string') {
      return `function f${depth}(v) { if (matchers[${depth}](v.__typename)) f${depth + 1}(v); }`;
    }
    // Below the root a list may stand at several places; at the root there is one of each.
    const once = depth > 0 ? `if (repeats) { if (lists${depth}.has(y)) return; lists${depth}.add(y); }` : '';
    return `function f${depth}(v) {
      const y = ${propertySource('v', step)};
      if (y === null || typeof y !== 'object') return;
      if (Array.isArray(y)) { ${once} list${depth}(y); return; }
      ${visit(depth, `v[${JSON.stringify(step)}]`)}
    }
    function list${depth}(x) {
      for (let i = 0; i < x.length; i++) {
        const y = x[i];
        if (y === null || typeof y !== 'object') continue;
        if (Array.isArray(y)) { list${depth}(y); continue; }
        ${visit(depth, 'x[i]')}
      }
    }`;
  });
  const seen = steps.flatMap((step, depth) => [
    ...(typeof step === 'string' && depth > 0 ? [`lists${depth}`] : []),
    ...(interned?.has(depth) ? [`objects${depth}`] : []),
  ]);
  // Made anew for each run: V8 takes the memory of a map that lives on, whenever it is cleared, from the space for what
  // is old, and to collect that space costs more than the walk.
  const source = `'use strict';
    let ${['firsts', ...seen].join(', ')};
    let out = [], looked = 0, replaced = false, repeats = false;
    ${functions.join('\n')}
    function f${steps.length}(v) { out.push(v); }
    return (run) => {
      const found = out = [];
      looked = 0, replaced = false, repeats = run.repeats;
      ${intern ? 'firsts = new Map();' : ''}
      if (repeats) { ${seen.map((each) => `${each} = new Set();`).join(' ')} }
      f0(run.data);
      if (replaced) run.repeats = true;
      out = [];
      ${['firsts', ...seen].map((each) => `${each} = undefined;`).join(' ')}
      return found;
    };`;
  const keyOf = intern && generateKey(schema, intern.type, intern.fields);
  const given = { matchers, keyOf, ENOUGH, MOST };
  return new Function(...Object.keys(given), source)(...Object.values(given)) as Places['collect'];
}

function compileLocate(schema: GraphQLSchema, path: ResponsePath): Locate {
  let locate: Locate = (value, at, visit) => visit(value, at);
  for (const segment of path.toReversed()) {
    if (segment === '@') continue;
    const next = locate;
    if (typeof segment === 'string') {
      const read = fieldReader(segment);
      locate = (value, at, visit) => locateAll(read(value), [...at, segment], visit, next);
    } else {
      const matchers = segment.types.map((type) => typeMatcher(schema, type));
      locate = (value, at, visit) => {
        if (matchers.some((matches) => matches(value.__typename))) next(value, at, visit);
      };
    }
  }
  return locate;
}

function locateAll(value: unknown, path: ErrorPath, visit: Visit, locate: Locate): void {
  if (Array.isArray(value))
    value.forEach((item, index) => void locateAll(item, [...path, index], visit, locate));
  else if (isRecord(value)) locate(value, path, visit);
}
