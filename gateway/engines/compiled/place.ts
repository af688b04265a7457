import type { GraphQLSchema } from 'graphql';
import type { ResponsePath } from '../../planner/plan.ts';
import { typeMatcher } from './possible-types.ts';
import { fieldReader, isRecord, type ObjectRecord, propertySource } from './record.ts';

/** A place in the answer, as errors name it. */
export type ErrorPath = (string | number)[];

/** Where in the response a fetch works. */
export interface Places {
  /**
   * Every object at the path. A list that stands at several places, since what one lookup gave is shared, is walked
   * through once: its objects are the same at all of them.
   */
  collect(root: ObjectRecord): ObjectRecord[];
  /** Calls back for every object at the path, with each of its paths. Only errors need it. */
  locate(root: ObjectRecord, visit: Visit): void;
}

type Visit = (place: ObjectRecord, path: ErrorPath) => void;
type Locate = (value: ObjectRecord, path: ErrorPath, visit: Visit) => void;

/**
 * Compiles a response path into the walks along it. Lists are walked through wherever they are, so the path's own
 * word on them does not count: planners differ on lists of lists.
 */
export function compilePlaces(schema: GraphQLSchema, path: ResponsePath): Places {
  const locate = compileLocate(schema, path);
  return { collect: compileCollect(schema, path), locate: (root, visit) => locate(root, [], visit) };
}

/**
 * Generates the walk that every request takes. Source, not closures: closures of one source share what V8 learns of
 * the objects that they meet, so that each would read every object in the slowest way.
 */
function compileCollect(schema: GraphQLSchema, path: ResponsePath): Places['collect'] {
  const steps = path.filter((segment) => segment !== '@');
  const matchers = steps.map((step) => {
    if (typeof step === 'string') return undefined;
    const each = step.types.map((type) => typeMatcher(schema, type));
    return (typename: unknown) => each.some((matches) => matches(typename));
  });
  const functions = steps.map((step, depth) => {
    const next = `f${depth + 1}`;
    if (typeof step !== 'string') {
      return `function f${depth}(v, out, walked) { if (matchers[${depth}](v.__typename)) ${next}(v, out, walked); }`;
    }
    // Below the root a list may stand at several places; at the root there is one of each.
    const once = `const seen = walked[${depth}] ??= new Set(); if (seen.has(x)) return; seen.add(x);`;
    return `function f${depth}(v, out, walked) {
      const x = ${propertySource('v', step)};
      if (x === null || typeof x !== 'object') return;
      if (!Array.isArray(x)) { ${next}(x, out, walked); return; }
      ${depth === 0 ? '' : once}
      list${depth}(x, out, walked);
    }
    function list${depth}(x, out, walked) {
      for (let i = 0; i < x.length; i++) {
        const y = x[i];
        if (y === null || typeof y !== 'object') continue;
        if (Array.isArray(y)) list${depth}(y, out, walked);
        else ${next}(y, out, walked);
      }
    }`;
  });
  const source = `'use strict';
    ${functions.join('\n')}
    function f${steps.length}(v, out) { out.push(v); }
    return (root) => {
      const out = [];
      f0(root, out, [${steps.map(() => 'undefined').join(', ')}]);
      return out;
    };`;
  return new Function('matchers', source)(matchers) as Places['collect'];
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
