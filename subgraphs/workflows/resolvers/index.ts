import { DeadLetter } from './DeadLetter.ts';
import { Detection } from './Detection.ts';
import { Mutation } from './Mutation.ts';
import { Order } from './Order.ts';
import { Query } from './Query.ts';
import { UnitEvent } from './UnitEvent.ts';
import { Workflow } from './Workflow.ts';
import { WorkflowRun } from './WorkflowRun.ts';
import { WorkflowStep } from './WorkflowStep.ts';
import { WorkflowStepDefinition } from './WorkflowStepDefinition.ts';

export const resolvers = {
  DeadLetter,
  Detection,
  Mutation,
  Order,
  Query,
  UnitEvent,
  Workflow,
  WorkflowRun,
  WorkflowStep,
  WorkflowStepDefinition,
};
