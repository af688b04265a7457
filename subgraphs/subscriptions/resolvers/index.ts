import { CustomerSubscription } from './CustomerSubscription.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';

export const resolvers = { CustomerSubscription, Query, User };
