import type { GraphQLSchema } from 'graphql';
import type { QueryPlan } from '../../planner/plan.ts';
import type { Step } from './execution.ts';
import { compileFetch } from './fetch.ts';
import { internedPaths } from './interning.ts';
import { sharingRules } from './sharing.ts';

/**
 * Compiles a query plan into one function that fills an execution's data. Each fetch starts as soon as those that it
 * waits for are done.
 *
 * @param schema the supergraph's whole schema, hidden types included.
 */
export function compilePlan(schema: GraphQLSchema, plan: QueryPlan): Step {
  const sharing = sharingRules(plan);
  const interning = internedPaths(plan, sharing);
  const steps = plan.fetches.map((fetch) => ({
    run: compileFetch(schema, fetch, sharing, interning),
    after: fetch.after,
  }));
  return async (execution) => {
    const running: Promise<void>[] = [];
    for (const { run, after } of steps) {
      const ready = after.map((index) => running[index]);
      running.push(ready.length === 0 ? run(execution) : Promise.all(ready).then(() => run(execution)));
    }
    await Promise.all(running);
  };
}
