import type { GraphQLSchema } from 'graphql';
import type { PlanNode, QueryPlan } from '../../planner/plan.ts';
import type { Step } from './execution.ts';
import { compileFetch } from './fetch.ts';
import { type SharingRules, sharingRules } from './sharing.ts';

const NOTHING: Step = async () => {};

/**
 * Compiles a query plan into one function that fills an execution's data.
 *
 * @param schema the supergraph's whole schema, hidden types included.
 */
export function compilePlan(schema: GraphQLSchema, plan: QueryPlan): Step {
  return compileNode(schema, plan.node, sharingRules(plan));
}

function compileNode(schema: GraphQLSchema, node: PlanNode | undefined, sharing: SharingRules): Step {
  if (!node) return NOTHING;
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(schema, node, sharing);
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(schema, child, sharing));
      return async (execution) => {
        for (const step of steps) await step(execution);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileNode(schema, child, sharing));
      return async (execution) => {
        await Promise.all(steps.map((step) => step(execution)));
      };
    }
  }
}
