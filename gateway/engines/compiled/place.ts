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

/** What tells objects of one position apart: of equal ones, the first takes the place of all. */
export interface Reference {
  /** Set where the lookup is for one type: no others are looked at. */
  readonly type: string | undefined;
  /** Fields of scalars and enums. */
  readonly fields: readonly string[];
  /** Fields of objects, and lists of them: compared where all of `fields` are equal. */
  readonly objects: readonly string[];
}

/** What a walk is to do about objects that are equal; depths count the path's fields. */
export interface Repetition {
  /** Where it makes them one. */
  readonly references: ReadonlyMap<number, Reference>;
  /** Where one may have taken the place of others, by now. */
  readonly interned: ReadonlySet<number>;
}

const NONE: Repetition = { references: new Map(), interned: new Set() };

/**
 * Compiles a response path into the walks along it. Lists are walked through wherever they are, so the path's own
 * word on them does not count: planners differ on lists of lists.
 */
export function compilePlaces(
  schema: GraphQLSchema,
  path: ResponsePath,
  repetition: Repetition = NONE,
): Places {
  const locate = compileLocate(schema, path);
  return {
    collect: compileCollect(schema, path, repetition),
    locate: (root, visit) => locate(root, [], visit),
  };
}

/** When of so many objects of a position */
const ENOUGH = 64;
/** more than this differ, the rest is not compared: there is little to gain. */
const MOST = 48;
/** Nor is it where so many had equal fields, but not what stands below them. */
const MOST_UNLIKE = 8;

/**
 * Generates the walk that every request takes. Source, not closures: closures of one source share what V8 learns of
 * the objects that they meet, so that each would read every object in the slowest way.
 */
function compileCollect(
  schema: GraphQLSchema,
  path: ResponsePath,
  { references, interned }: Repetition,
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
    const reference = references.get(depth);
    const goOnce = `if (!repeats) { ${go} } else if (!objects${depth}.has(y)) { objects${depth}.add(y); ${go} }`;
    if (!reference) return interned.has(depth) ? goOnce : go;
    const alike = reference.objects.map(
      (each) => `alike(${propertySource('first', each)}, ${propertySource('y', each)})`,
    );
    return `if ((looked${depth} === ENOUGH && firsts${depth}.size > MOST) || unlike${depth} === MOST_UNLIKE) {
        ${goOnce}
      } else {
        looked${depth}++;
        const key = keyOf${depth}(y), first = key === undefined ? undefined : firsts${depth}.get(key);
        if (first === undefined) { if (key !== undefined) firsts${depth}.set(key, y); ${go} }
        else if (first !== y) {
          if (${['true', ...alike].join(' && ')}) { ${holder} = first; replaced = true; }
          else { unlike${depth}++; ${go} }
        }
      }`;
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
  const depths = [...references.keys()];
  const lists = steps.flatMap((step, depth) =>
    typeof step === 'string' && depth > 0 ? `lists${depth}` : [],
  );
  const sets = [...lists, ...[...interned].map((depth) => `objects${depth}`)];
  const maps = depths.map((depth) => `firsts${depth}`);
  const counts = depths.flatMap((depth) => [`looked${depth}`, `unlike${depth}`]);
  const set = (names: readonly string[], value: string) =>
    names.map((each) => `${each} = ${value};`).join(' ');
  // Made anew for each run: V8 takes the memory of a map that lives on, whenever it is cleared, from the space for what
  // is old, and to collect that space costs more than the walk.
  const source = `'use strict';
    let ${['out = []', ...sets, ...maps, ...counts].join(', ')};
    let replaced = false, repeats = false;
    ${functions.join('\n')}
    function f${steps.length}(v) { out.push(v); }
    return (run) => {
      const found = out = [];
      replaced = false, repeats = run.repeats;
      ${set(counts, '0')}
      ${set(maps, 'new Map()')}
      if (repeats) { ${set(sets, 'new Set()')} }
      f0(run.data);
      if (replaced) run.repeats = true;
      out = [];
      ${set([...sets, ...maps], 'undefined')}
      return found;
    };`;
  const keys = depths.map((depth) => {
    const { type, fields } = references.get(depth) as Reference;
    return [`keyOf${depth}`, generateKey(schema, type, fields)] as const;
  });
  const given = { matchers, alike, ENOUGH, MOST, MOST_UNLIKE, ...Object.fromEntries(keys) };
  return new Function(...Object.keys(given), source)(...Object.values(given)) as Places['collect'];
}

/** Whether two values of an answer hold the same. */
function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let index = 0; index < one.length; index++) if (!alike(one[index], other[index])) return false;
    return true;
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  let surplus = 0;
  for (const name in one) {
    if (!alike(one[name], other[name])) return false;
    surplus--;
  }
  for (const _ in other) surplus++;
  return surplus === 0;
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
