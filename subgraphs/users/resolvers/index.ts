import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { SignInPayload } from './SignInPayload.ts';
import { User } from './User.ts';

export const resolvers = { Mutation, Query, SignInPayload, User };
