import type { FieldNode } from 'graphql';
import type { FetchNode, QueryPlan, ResponsePath } from '../../planner/plan.ts';
import type { Reference, Repetition } from './place.ts';
import {
  type Delivery,
  deliveriesOf,
  fieldsOf,
  positionOf,
  type SharingRules,
  startsWith,
} from './sharing.ts';

/** Where one object can stand for all places of an entity: paths, as `pathKey` writes them. */
export type Interning = ReadonlyMap<string, Reference>;

/**
 * A subgraph that refers to another one's entities repeats the reference at every place: 400 places for 9 products. When
 * the first walk comes by them, equal references are replaced by one object. Then each entity is merged, looked up again
 * and written as JSON once, however many places it has.
 *
 * That is right only where equal references stay equal:
 * 1. one fetch alone delivers objects to the position: so what it gave them is all that there is, and where objects are
 *    among that, they are compared to the last leaf;
 * 2. whatever else is delivered there comes later: from this fetch, or from one that waits for it;
 * 3. nothing leads there, or further, by a narrower door than this path;
 * 4. no place needs a copy of its own (see `sharing.ts`).
 */
export function internedPaths(plan: QueryPlan, sharing: SharingRules): Interning {
  const deliveries = plan.fetches.flatMap(deliveriesOf);
  const waiting = waitingFor(plan);
  const uses = plan.fetches.flatMap((fetch) => pathsOf(fetch).map((path) => ({ fetch, path })));

  const heldAt = (fetch: FetchNode, path: ResponsePath): Held | undefined => {
    const fields = fieldsOf(path);
    if (fields.length === 0 || path.some((each) => typeof each !== 'string')) return undefined;
    const comesFirst = uses.every((use) => {
      if (!startsWith(fieldsOf(use.path), fields)) return true;
      const beginsAlike = use.path
        .filter((each) => each !== '@')
        .slice(0, fields.length)
        .every((each) => typeof each === 'string');
      const isHere = fieldsOf(use.path).length === fields.length;
      return beginsAlike && (!isHere || use.fetch === fetch || waiting.get(use.fetch)?.has(fetch));
    });
    return comesFirst ? referenceAt(deliveries, fields) : undefined;
  };

  const found = new Map<string, Reference>();
  for (const fetch of plan.fetches) {
    for (const lookup of fetch.lookups) {
      lookup.paths.forEach((path, index) => {
        if (sharing.get(lookup)?.[index] === 'copy-for-place') return;
        const held = heldAt(fetch, path);
        const [only, ...others] = lookup.requires;
        const type = only?.kind === 'InlineFragment' && others.length === 0 ? only.typeCondition : undefined;
        if (held) found.set(pathKey(path), { type, ...held });
      });
    }
  }
  return found;
}

/** The fields that a walk along the path takes, and the type conditions; lists are walked through anyway. */
export const pathKey = (path: ResponsePath): string => JSON.stringify(path.filter((each) => each !== '@'));

/**
 * Where on its path each walk of a fetch sees to it that equal objects become one, by the path's `pathKey`. The first
 * walk that comes by a position does, so that what it goes on to is less already.
 */
export function assignReferences(
  plan: QueryPlan,
  interning: Interning,
): Map<FetchNode, Map<string, Repetition>> {
  const open = new Map(interning);
  return new Map(
    plan.fetches.map((fetch) => [
      fetch,
      new Map(
        pathsOf(fetch).map((path) => {
          const steps = path.filter((each) => each !== '@');
          const known = [...steps.keys()].filter((depth) =>
            interning.has(pathKey(steps.slice(0, depth + 1))),
          );
          const references = known.flatMap((depth) => {
            const key = pathKey(steps.slice(0, depth + 1));
            const reference = open.get(key);
            open.delete(key);
            return reference ? [[depth, reference] as const] : [];
          });
          return [pathKey(path), { references: new Map(references), interned: new Set(known) }];
        }),
      ),
    ]),
  );
}

const pathsOf = ({ lookups, path }: FetchNode): readonly ResponsePath[] =>
  lookups.length > 0 ? lookups.flatMap((each) => each.paths) : [path];

/** For each fetch, all that it waits for, directly or not. */
function waitingFor({ fetches }: QueryPlan): Map<FetchNode, Set<FetchNode>> {
  const waiting = new Map<FetchNode, Set<FetchNode>>();
  for (const fetch of fetches) {
    const before = fetch.after.map((index) => fetches[index] as FetchNode);
    waiting.set(fetch, new Set(before.flatMap((each) => [each, ...(waiting.get(each) ?? [])])));
  }
  return waiting;
}

/** What objects of a position hold: see `Reference`. */
type Held = Omit<Reference, 'type'>;

/** What the only fetch with objects for a position gives them; undefined when that is not so. */
function referenceAt(deliveries: readonly Delivery[], fields: readonly string[]): Held | undefined {
  const position = fields.join('.');
  const here = deliveries.flatMap((delivery) =>
    delivery.paths.flatMap((path) =>
      delivery.objects
        .filter((object) => positionOf(path, object) === position)
        .map((object) => ({ delivery, object })),
    ),
  );
  const [only] = here;
  if (!only || here.length !== 1 || only.delivery.by.outputRewrites.length > 0) return undefined;
  const [leaves, objects] = [new Set<string>(), new Set<string>()];
  for (const selection of only.delivery.selectionsAt(only.object)) {
    if (selection.kind !== 'Field') return undefined;
    (selection.selectionSet ? objects : leaves).add(responseName(selection));
  }
  if (!leaves.delete('__typename') || (leaves.size === 0 && objects.size > 0)) return undefined;
  return { fields: [...leaves], objects: [...objects] };
}

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;
