import type { GraphQLSchema } from 'graphql';
import type { EntityLookup } from '../../planner/plan.ts';
import { copyOf, mergeInto } from './merge.ts';
import { compilePlaces, type ErrorPath, type Places } from './place.ts';
import { isRecord, type ObjectRecord } from './record.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites } from './rewrite.ts';
import type { Sharing } from './sharing.ts';

/** The entities of a response that one lookup asks for. */
export interface Gathered {
  /** Each different entity once. */
  readonly representations: ObjectRecord[];
  /** For every path of the lookup, the places that have an entity. */
  readonly places: readonly (readonly ObjectRecord[])[];
  /** For every one of these places, which of the representations its entity is. */
  readonly slots: readonly (readonly number[])[];
}

/** A compiled `_entities` field of a fetch. */
export interface Lookup {
  readonly responseKey: string;
  readonly variable: string;
  gather(root: ObjectRecord): Gathered;
  /** Merges what the subgraph answered, one item for each representation, into every place that asked for it. */
  deliver(gathered: Gathered, entities: readonly unknown[]): void;
  /** Every place in the response that the representation stands for. */
  locate(root: ObjectRecord, gathered: Gathered, representation: number): ErrorPath[];
  /** The first place at each of the lookup's paths that has an entity. */
  locateFirst(root: ObjectRecord, gathered: Gathered): ErrorPath[];
}

export function compileLookup(
  schema: GraphQLSchema,
  lookup: EntityLookup,
  sharing: readonly Sharing[],
): Lookup {
  const walks = lookup.paths.map((path) => compilePlaces(schema, path));
  const represent = compileRepresentation(schema, lookup.requires);
  const rewriteInput = compileRewrites(schema, lookup.inputRewrites);
  const rewriteOutput = compileRewrites(schema, lookup.outputRewrites);
  return {
    responseKey: lookup.responseKey,
    variable: lookup.variable,

    gather(root) {
      const representations: ObjectRecord[] = [];
      const known = new Map<string, number>();
      const places: ObjectRecord[][] = [];
      const slots: number[][] = [];
      for (const each of walks) {
        const placesHere: ObjectRecord[] = [];
        const slotsHere: number[] = [];
        each.collect(root, (place) => {
          const key = represent.keyOf(place);
          if (key === undefined) return;
          let slot = known.get(key);
          if (slot === undefined) {
            slot = representations.length;
            const representation = represent.build(place);
            rewriteInput?.(representation);
            representations.push(representation);
            known.set(key, slot);
          }
          placesHere.push(place);
          slotsHere.push(slot);
        });
        places.push(placesHere);
        slots.push(slotsHere);
      }
      return { representations, places, slots };
    },

    deliver({ places, slots, representations }, entities) {
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
          const entity = own[slotsHere[index] as number];
          if (!isRecord(entity)) continue;
          mergeInto(placesHere[index] as ObjectRecord, rule === 'copy-for-place' ? copyOf(entity) : entity);
        }
      }
    },

    locate(root, { places, slots }, representation) {
      return walks.flatMap((each, path) => {
        const asking = new Set(places[path]?.filter((_, index) => slots[path]?.[index] === representation));
        return pathsTo(each, root, asking);
      });
    },

    locateFirst(root, { places }) {
      return walks.flatMap((each, path) =>
        pathsTo(each, root, new Set(places[path]?.slice(0, 1))).slice(0, 1),
      );
    },
  };
}

function pathsTo(walk: Places, root: ObjectRecord, wanted: ReadonlySet<ObjectRecord>): ErrorPath[] {
  const found: ErrorPath[] = [];
  walk.locate(root, (place, path) => {
    if (wanted.has(place)) found.push(path);
  });
  return found;
}
