import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Report } from './Report.ts';
import { User } from './User.ts';

export const resolvers = { Report, Mutation, User, Query };
