import { Mutation } from './Mutation.ts';
import { Notification } from './Notification.ts';
import { NotificationConnection } from './NotificationConnection.ts';
import { Query } from './Query.ts';
import { User } from './User.ts';
import { WebhookDelivery } from './WebhookDelivery.ts';

export const resolvers = { Mutation, Notification, NotificationConnection, Query, User, WebhookDelivery };
