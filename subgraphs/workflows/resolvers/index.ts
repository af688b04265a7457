import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';
import { Workflow } from './Workflow.ts';

export const resolvers = { Workflow, Mutation, User, Query };
