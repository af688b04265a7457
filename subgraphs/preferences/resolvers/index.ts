import { Mutation } from './Mutation.ts';
import { ProductPreference } from './ProductPreference.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';

export const resolvers = { Mutation, ProductPreference, Query, User };
