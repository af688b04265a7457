import { CustomerSubscription } from './CustomerSubscription.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';

export const resolvers = { CustomerSubscription, Mutation, Query, User };
