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

/** Where one object can stand for all places of an entity: for each fetch, its paths, as `pathKey` writes them. */
export type Interning = ReadonlyMap<FetchNode, ReadonlyMap<string, Reference>>;

/**
 * A subgraph that refers to another one's entities repeats the reference at every place: 400 places for 9 products. When
 * the first lookup of them is gathered, equal references are replaced by one object. Then each entity is merged, looked
 * up again and written as JSON once, however many places it has.
 *
 * That is right only where equal references stay equal:
 * 1. one fetch alone delivers objects to the position, and of plain fields only: so their values are all that there is;
 * 2. whatever else is delivered there comes later: from this fetch, or from one that waits for it;
 * 3. nothing leads there, or further, by a narrower door than this path;
 * 4. no place needs a copy of its own (see `sharing.ts`).
 */
export function internedPaths(plan: QueryPlan, sharing: SharingRules): Interning {
  const deliveries = plan.fetches.flatMap(deliveriesOf);
  const waiting = waitingFor(plan);
  const uses = plan.fetches.flatMap((fetch) => pathsOf(fetch).map((path) => ({ fetch, path })));

  const fieldsAt = (fetch: FetchNode, path: ResponsePath): readonly string[] | undefined => {
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

  return new Map(
    plan.fetches.map((fetch) => {
      const paths = new Map<string, Reference>();
      for (const lookup of fetch.lookups) {
        lookup.paths.forEach((path, index) => {
          if (sharing.get(lookup)?.[index] === 'copy-for-place') return;
          const fields = fieldsAt(fetch, path);
          const [only, ...others] = lookup.requires;
          const type =
            only?.kind === 'InlineFragment' && others.length === 0 ? only.typeCondition : undefined;
          if (fields) paths.set(pathKey(path), { type, fields });
        });
      }
      return [fetch, paths];
    }),
  );
}

/** The fields that a walk along the path takes, and the type conditions; lists are walked through anyway. */
export const pathKey = (path: ResponsePath): string => JSON.stringify(path.filter((each) => each !== '@'));

/** What the walk of a fetch along a path may count on. */
export function repetition(interning: Interning, fetch: FetchNode, path: ResponsePath): Repetition {
  const steps = path.filter((each) => each !== '@');
  const known = new Set([...interning.values()].flatMap((paths) => [...paths.keys()]));
  const interned = [...steps.keys()].filter((depth) => known.has(pathKey(steps.slice(0, depth + 1))));
  return { intern: interning.get(fetch)?.get(pathKey(path)), interned: new Set(interned) };
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

/** The plain fields that the only fetch with objects for a position asks of them; undefined when it is not so. */
function referenceAt(
  deliveries: readonly Delivery[],
  fields: readonly string[],
): readonly string[] | undefined {
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
  const selections = only.delivery.selectionsAt(only.object);
  const names: string[] = [];
  for (const selection of selections) {
    if (selection.kind !== 'Field' || selection.selectionSet) return undefined;
    names.push(responseName(selection));
  }
  return names.includes('__typename')
    ? [...new Set(names)].filter((name) => name !== '__typename')
    : undefined;
}

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;
