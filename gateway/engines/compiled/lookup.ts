import type { GraphQLSchema } from 'graphql';
import type { EntityLookup } from '../../planner/plan.ts';
import { copyOf, mergeInto } from './merge.ts';
import { compilePlaces, type ErrorPath } from './place.ts';
import { isRecord, type ObjectRecord } from './record.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites } from './rewrite.ts';
import type { Sharing } from './sharing.ts';

/** The entities of a response that one lookup asks for. */
export interface Gathered {
  /** Each different entity once. */
  readonly representations: ObjectRecord[];
  /** For every path of the lookup, the places that have an entity, and which of the representations it is. */
  readonly slots: readonly Map<ObjectRecord, number>[];
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
}

export function compileLookup(
  schema: GraphQLSchema,
  lookup: EntityLookup,
  sharing: readonly Sharing[],
): Lookup {
  const places = lookup.paths.map((path) => compilePlaces(schema, path));
  const represent = compileRepresentation(schema, lookup.requires);
  const rewriteInput = compileRewrites(schema, lookup.inputRewrites);
  const rewriteOutput = compileRewrites(schema, lookup.outputRewrites);
  return {
    responseKey: lookup.responseKey,
    variable: lookup.variable,

    gather(root) {
      const representations: ObjectRecord[] = [];
      const known = new Map<string, number>();
      const slots = places.map((each) => {
        const found = new Set<ObjectRecord>();
        each.collect(root, found);
        const slotOf = new Map<ObjectRecord, number>();
        for (const place of found) {
          const representation = represent(place);
          if (!representation) continue;
          rewriteInput?.(representation);
          const key = JSON.stringify(representation);
          let slot = known.get(key);
          if (slot === undefined) {
            slot = representations.push(representation) - 1;
            known.set(key, slot);
          }
          slotOf.set(place, slot);
        }
        return slotOf;
      });
      return { representations, slots };
    },

    deliver({ slots, representations }, entities) {
      if (rewriteOutput) {
        entities.forEach((entity, slot) => {
          if (!isRecord(entity)) return;
          entity.__typename ??= representations[slot]?.__typename;
          rewriteOutput(entity);
        });
      }
      slots.forEach((slotOf, path) => {
        const own = sharing[path] === 'copy-for-path' ? copyOf(entities) : entities;
        for (const [place, slot] of slotOf) {
          const entity = own[slot];
          if (isRecord(entity))
            mergeInto(place, sharing[path] === 'copy-for-place' ? copyOf(entity) : entity);
        }
      });
    },

    locate(root, { slots }, representation) {
      const found: ErrorPath[] = [];
      places.forEach((each, path) => {
        each.locate(root, (place, at) => {
          if (slots[path]?.get(place) === representation) found.push(at);
        });
      });
      return found;
    },
  };
}
