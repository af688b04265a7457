import { type Change, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { locate } from '../compose/locate.ts';
import type { Place } from '../compose/place.ts';
import type { SubgraphSource } from '../compose/subgraph-source.ts';
import type { Candidate } from './judge.ts';
import { coordinateOf, touchedBy } from './touched.ts';

const CRITICALITY = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
} as const;

/** How the schema that clients see changes. */
export async function apiChanges(
  before: GraphQLSchema,
  after: GraphQLSchema,
  subgraphs: readonly SubgraphSource[],
): Promise<Candidate[]> {
  const changes = await diff(before, after, [DiffRule.simplifyChanges]);
  return changes
    .filter(({ type }) => !type.startsWith('DIRECTIVE_USAGE'))
    .map((change) => toCandidate(change, subgraphs));
}

function toCandidate(change: Change, subgraphs: readonly SubgraphSource[]): Candidate {
  const at = coordinateOf(change);
  return {
    rule: change.type,
    at,
    message: change.message,
    criticality: CRITICALITY[change.criticality.level],
    touches: touchedBy(change),
    places: placesOf(at, subgraphs),
  };
}

/** Where the schemas define a coordinate; of one that is gone, where they define what it was part of. */
export function placesOf(coordinate: string, subgraphs: readonly SubgraphSource[]): Place[] {
  const parents = [coordinate, coordinate.split('(')[0] ?? '', coordinate.split('.')[0] ?? ''];
  for (const each of parents) {
    const places = subgraphs.flatMap((subgraph) => locate(each, subgraph) ?? []);
    if (places.length > 0) return places;
  }
  return [];
}
