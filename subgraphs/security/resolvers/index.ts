import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Security } from './Security.ts';
import { User } from './User.ts';

export const resolvers = { Security, Mutation, User, Query };
