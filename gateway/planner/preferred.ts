import type { Supergraph } from '@apollo/federation-internals';
import { createApolloPlanner } from './apollo.ts';
import { fuse } from './fuse.ts';
import type { Planner } from './plan.ts';

/**
 * The planner to use unless told otherwise: @apollo/query-planner's plans, with their lookups joined.
 *
 * Hive's native planner joins lookups itself and plans faster, yet at 0.0.38 it refuses from a tenth to a half of the
 * generated operations over graphs with `@requires`, `@interfaceObject` or `@inaccessible`, and answers a few wrongly
 * (the differential suite counts both).
 */
export function createPlanner(supergraph: Supergraph): Planner {
  const planner = createApolloPlanner(supergraph);
  return {
    name: 'apollo, fused',
    plan: async (request) => fuse(await planner.plan(request)),
  };
}
