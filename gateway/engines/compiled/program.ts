import type { GraphQLSchema } from 'graphql';
import type { QueryPlan } from '../../planner/plan.ts';
import type { Step } from './execution.ts';
import { compileFetch } from './fetch.ts';
import { assignReferences, internedPaths } from './interning.ts';
import { sharingRules } from './sharing.ts';

/** A compiled query plan. */
export interface Program {
  /** Fills an execution's data. Each fetch starts as soon as those that it waits for are done. */
  readonly run: Step;
  /** Where in the response, as field names, one object may stand for many places. */
  readonly repeated: readonly (readonly string[])[];
}

/** @param schema the supergraph's whole schema, hidden types included. */
export function compilePlan(schema: GraphQLSchema, plan: QueryPlan): Program {
  const sharing = sharingRules(plan);
  const interning = internedPaths(plan, sharing);
  const repetitions = assignReferences(plan, interning);
  const steps = plan.fetches.map((fetch) => ({
    run: compileFetch(schema, fetch, sharing, repetitions.get(fetch)),
    after: fetch.after,
  }));
  const run: Step = async (execution) => {
    const running: Promise<void>[] = [];
    for (const { run, after } of steps) {
      const ready = after.map((index) => running[index]);
      running.push(ready.length === 0 ? run(execution) : Promise.all(ready).then(() => run(execution)));
    }
    await Promise.all(running);
  };
  const repeated = [...interning.keys()].map((key) => JSON.parse(key) as string[]);
  return { run, repeated };
}
