import { ProductPreference } from './ProductPreference.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';

export const resolvers = { ProductPreference, Query, User };
