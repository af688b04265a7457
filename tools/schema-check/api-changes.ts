import { type Change, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import type { Candidate } from './judge.ts';
import { coordinateOf, touchedBy } from './touched.ts';
import type { Where } from './where.ts';

const CRITICALITY = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
} as const;

/** How the schema that clients see changes. */
export async function apiChanges(
  before: GraphQLSchema,
  after: GraphQLSchema,
  where: Where,
): Promise<Candidate[]> {
  const changes = await diff(before, after, [DiffRule.simplifyChanges]);
  return changes
    .filter(({ type }) => !type.startsWith('DIRECTIVE_USAGE'))
    .map((change) => toCandidate(change, where));
}

function toCandidate(change: Change, where: Where): Candidate {
  const at = coordinateOf(change);
  return {
    rule: change.type,
    at,
    message: change.message,
    criticality: CRITICALITY[change.criticality.level],
    touches: touchedBy(change),
    places: where(at),
  };
}
