import type { Supergraph } from '@apollo/federation-internals';
import { createApolloPlanner } from './apollo.ts';
import { fuse } from './fuse.ts';
import type { Planner } from './plan.ts';

/**
 * The planner to use unless told otherwise: @apollo/query-planner's plans, with their lookups joined.
 *
 * Hive's native planner joins lookups itself and plans faster, yet at 0.0.38 it refuses up to half of the generated
 * operations over some graphs and answers others wrongly; docs/engines.md has the numbers.
 */
export function createPlanner(supergraph: Supergraph): Planner {
  const planner = createApolloPlanner(supergraph);
  return {
    name: 'apollo, joined',
    plan: async (request) => fuse(await planner.plan(request)),
  };
}
