import type { Supergraph } from '@apollo/federation-internals';
import { createApolloPlanner } from './apollo.ts';
import { createHivePlanner } from './hive.ts';
import type { Planner, PlanRequest, QueryPlan } from './plan.ts';

/**
 * The planner to use unless told otherwise: Hive's, whose plans make fewer requests, where its binary runs; Apollo's
 * for what that one refuses, and everywhere else.
 */
export function createPlanner(options: { supergraph: Supergraph; supergraphSdl: string }): Planner {
  let reference: Planner | undefined;
  const apollo = (): Planner => {
    reference ??= createApolloPlanner(options.supergraph);
    return reference;
  };
  let native: Planner;
  try {
    native = createHivePlanner(options.supergraphSdl);
  } catch {
    return apollo();
  }
  return {
    name: native.name,
    async plan(request: PlanRequest): Promise<QueryPlan> {
      try {
        return await native.plan(request);
      } catch {
        return apollo().plan(request);
      }
    },
  };
}
