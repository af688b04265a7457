import { Mutation } from './Mutation.ts';
import { Notification } from './Notification.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';

export const resolvers = { Notification, Mutation, User, Query };
