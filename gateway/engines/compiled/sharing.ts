import {
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { EntityLookup, FetchNode, QueryPlan, ResponsePath } from '../../planner/plan.ts';

/**
 * How the answer for one entity reaches the places that asked for it.
 * - `share`: its objects become part of all of them.
 * - `copy-for-path`: the places of a path share a copy of that path's own.
 * - `copy-for-place`: every place has a copy.
 */
export type Sharing = 'share' | 'copy-for-path' | 'copy-for-place';

/** The sharing of every path of a lookup, or of the one path of a fetch without lookups. */
export type SharingRules = ReadonlyMap<EntityLookup | FetchNode, readonly Sharing[]>;

/** What a fetch, or one lookup of it, adds to the response. */
export interface Delivery {
  readonly by: EntityLookup | FetchNode;
  readonly paths: readonly ResponsePath[];
  /** Where objects stand in what is delivered: dotted field names. */
  readonly objects: readonly string[];
  /** All that is selected of the objects at such a place. */
  selectionsAt(object: string): readonly SelectionNode[];
}

/**
 * An object may stand at several places of the response at once only if nothing can change it for one of them and
 * not for the others. Changes happen where the paths of fetches lead, and where two fetches deliver to one field, so
 * the plan tells:
 * 1. where two fetches deliver an object to one position, one is merged into the other: no sharing;
 * 2. where a path leads to shared objects through a narrower door (a type condition that the sharing path does not
 *    have), it reaches them for some of their places only: no sharing;
 * 3. two paths of one lookup share only if every fetch that goes on from one of them goes on from the other alike.
 */
export function sharingRules(plan: QueryPlan): SharingRules {
  const deliveries = plan.fetches.flatMap(deliveriesOf);
  const allPaths = deliveries.flatMap((each) => each.paths);
  const positions = new Map<string, number>();
  for (const position of deliveries.flatMap(objectPositions)) {
    positions.set(position, (positions.get(position) ?? 0) + 1);
  }
  const ruleFor = (delivery: Delivery, path: ResponsePath): Sharing => {
    const merged = objectPositions({ ...delivery, paths: [path] }).some((each) => positions.get(each) !== 1);
    if (merged || allPaths.some((each) => entersBeside(each, path))) return 'copy-for-place';
    const first = delivery.paths[0] as ResponsePath;
    return deliveries.every((each) => goesOnAlike(each.paths, first, path)) ? 'share' : 'copy-for-path';
  };
  return new Map(
    deliveries.map((each) => [
      each.by,
      each.paths.map((path) => (each.objects.length === 0 ? 'share' : ruleFor(each, path))),
    ]),
  );
}

export function deliveriesOf(fetch: FetchNode): Delivery[] {
  const document = parse(fetch.operation, { noLocation: true });
  if (fetch.lookups.length === 0) {
    const objects = objectsIn(document, operationSelections(document));
    return [delivery(fetch, [fetch.path], objects)];
  }
  return fetch.lookups.map((lookup) => {
    const field = operationSelections(document).selections.find(
      (each): each is FieldNode => each.kind === Kind.FIELD && responseName(each) === lookup.responseKey,
    );
    return delivery(lookup, lookup.paths, objectsIn(document, field?.selectionSet));
  });
}

function delivery(
  by: EntityLookup | FetchNode,
  paths: readonly ResponsePath[],
  objects: ReadonlyMap<string, readonly SelectionNode[]>,
): Delivery {
  return { by, paths, objects: [...objects.keys()], selectionsAt: (object) => objects.get(object) ?? [] };
}

function operationSelections(document: DocumentNode): SelectionSetNode {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operation?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

function objectsIn(
  document: DocumentNode,
  root: SelectionSetNode | undefined,
): ReadonlyMap<string, readonly SelectionNode[]> {
  const found = new Map<string, SelectionNode[]>();
  const visit = (selections: SelectionSetNode | undefined, prefix: string): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        if (!selection.selectionSet) continue;
        const position = `${prefix}.${responseName(selection)}`;
        found.set(position, [...(found.get(position) ?? []), ...selection.selectionSet.selections]);
        visit(selection.selectionSet, position);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, prefix);
      } else {
        const name = selection.name.value;
        const fragment = document.definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) visit(fragment.selectionSet, prefix);
      }
    }
  };
  visit(root, '');
  return found;
}

function objectPositions({ paths, objects }: Delivery): string[] {
  return paths.flatMap((path) => objects.map((each) => positionOf(path, each)));
}

/** Where in the response an object stands that is delivered at a path: dotted field names. */
export function positionOf(path: ResponsePath, object: string): string {
  return `${fieldsOf(path).join('.')}${object}`.replace(/^\./, '');
}

export function fieldsOf(path: ResponsePath): string[] {
  return path.filter((each): each is string => typeof each === 'string' && each !== '@');
}

/** Whether a path goes on from the objects at `base`, or some of them, by another way than `base` itself. */
function entersBeside(path: ResponsePath, base: ResponsePath): boolean {
  return startsWith(fieldsOf(path), fieldsOf(base)) && continuation(path, base) === undefined;
}

function goesOnAlike(paths: readonly ResponsePath[], one: ResponsePath, other: ResponsePath): boolean {
  const onward = (base: ResponsePath) =>
    new Set(
      paths.map((path) => continuation(path, base)).filter((each) => each !== undefined && each !== '[]'),
    );
  const [fromOne, fromOther] = [onward(one), onward(other)];
  return fromOne.size === fromOther.size && [...fromOne].every((each) => fromOther.has(each));
}

/** What follows `base` in the path, undefined when the path does not begin with it. */
function continuation(path: ResponsePath, base: ResponsePath): string | undefined {
  const steps = path.map((each) => JSON.stringify(each));
  const baseSteps = base.map((each) => JSON.stringify(each));
  return startsWith(steps, baseSteps) ? JSON.stringify(steps.slice(base.length)) : undefined;
}

export function startsWith(steps: readonly string[], base: readonly string[]): boolean {
  return base.length <= steps.length && base.every((each, index) => steps[index] === each);
}
