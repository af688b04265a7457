import type { GraphQLSchema } from 'graphql';
import type { EntityLookup } from '../../planner/plan.ts';
import { copyOf, mergeInto } from './merge.ts';
import type { ErrorPath, Places } from './place.ts';
import { interfaceNames } from './possible-types.ts';
import { isRecord, type ObjectRecord } from './record.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites, pathRewriter } from './rewrite.ts';
import type { Sharing } from './sharing.ts';

/** The entities of a response that one lookup asks for. */
export interface Gathered {
  /** Each different entity once. */
  readonly representations: ObjectRecord[];
  /** For every path of the lookup, the objects there. */
  readonly places: readonly (readonly ObjectRecord[])[];
  /** For every one of these objects, which of the representations is its own; `NONE` when it is none of the entities. */
  readonly slots: readonly (readonly number[])[];
}

const NONE = -1;

/** A compiled `_entities` field of a fetch. */
export interface Lookup {
  readonly responseKey: string;
  readonly variable: string;
  /** What is below an entity in an error's path, with the client's names. */
  rewritePath(path: ErrorPath): ErrorPath;
  /** @param placesOf gives the objects at a path: lookups of one fetch that have a path in common walk it once */
  gather(placesOf: (walk: Places) => readonly ObjectRecord[]): Gathered;
  /** Merges what the subgraph answered, one item for each representation, into every place that asked for it. */
  deliver(gathered: Gathered, entities: readonly unknown[]): void;
  /** Every place in the response that each of these representations stands for. */
  locate(
    root: ObjectRecord,
    gathered: Gathered,
    representations: ReadonlySet<unknown>,
  ): ReadonlyMap<number, ErrorPath[]>;
  /** The first place at each of the lookup's paths that has an entity. */
  locateFirst(root: ObjectRecord, gathered: Gathered): ErrorPath[];
}

export function compileLookup(
  schema: GraphQLSchema,
  lookup: EntityLookup,
  walks: readonly Places[],
  sharing: readonly Sharing[],
): Lookup {
  const represent = compileRepresentation(schema, lookup.requires);
  const interfaces = interfaceNames(schema);
  const rewriteInput = compileRewrites(schema, lookup.inputRewrites);
  const rewriteOutput = compileRewrites(schema, lookup.outputRewrites);
  return {
    responseKey: lookup.responseKey,
    variable: lookup.variable,
    rewritePath: pathRewriter(lookup.outputRewrites),

    gather(placesOf) {
      const representations: ObjectRecord[] = [];
      const known = new Map<unknown, number>();
      const slotOf = (place: ObjectRecord): number => {
        const key = represent.keyOf(place);
        if (key === undefined) return NONE;
        const slot = known.get(key);
        if (slot !== undefined) return slot;
        const representation = represent.build(place);
        rewriteInput?.(representation);
        known.set(key, representations.length);
        return representations.push(representation) - 1;
      };
      const places = walks.map(placesOf);
      return { representations, places, slots: places.map((each) => each.map(slotOf)) };
    },

    deliver({ places, slots, representations }, entities) {
      if (interfaces.size > 0) {
        for (const entity of entities) {
          // A subgraph that knows all implementations as one type (@interfaceObject) gives that type's name; the place
          // has the object's own already.
          if (isRecord(entity) && interfaces.has(entity.__typename)) delete entity.__typename;
        }
      }
      if (rewriteOutput) {
        entities.forEach((entity, slot) => {
          if (!isRecord(entity)) return;
          entity.__typename ??= representations[slot]?.__typename;
          rewriteOutput(entity);
        });
      }
      for (let path = 0; path < walks.length; path++) {
        const rule = sharing[path];
        const own = rule === 'copy-for-path' ? copyOf(entities) : entities;
        const placesHere = places[path] as readonly ObjectRecord[];
        const slotsHere = slots[path] as readonly number[];
        for (let index = 0; index < placesHere.length; index++) {
          const entity = own[slotsHere[index] as number]; // none for NONE
          if (!isRecord(entity)) continue;
          mergeInto(placesHere[index] as ObjectRecord, rule === 'copy-for-place' ? copyOf(entity) : entity);
        }
      }
    },

    locate(root, { places, slots }, representations) {
      const found = new Map<number, ErrorPath[]>();
      walks.forEach((walk, path) => {
        const slotOf = new Map<ObjectRecord, number>();
        places[path]?.forEach((place, index) => {
          const slot = slots[path]?.[index] as number;
          if (representations.has(slot)) slotOf.set(place, slot);
        });
        walk.locate(root, (place, at) => {
          const slot = slotOf.get(place);
          if (slot === undefined) return;
          const known = found.get(slot);
          if (known) known.push(at);
          else found.set(slot, [at]);
        });
      });
      return found;
    },

    locateFirst(root, { places, slots }) {
      return walks.flatMap((walk, path) => {
        const first = places[path]?.find((_, index) => slots[path]?.[index] !== NONE);
        const found: ErrorPath[] = [];
        walk.locate(root, (place, at) => {
          if (place === first && found.length === 0) found.push(at);
        });
        return found;
      });
    },
  };
}
