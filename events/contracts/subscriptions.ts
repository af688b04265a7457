import { z } from 'zod';
import { defineEvent } from '../contract.ts';
import { id, moment } from './fields.ts';

const subscription = z.object({
  userId: id,
  productId: id,
  billing: z.enum(['ANNUAL', 'MONTHLY', 'PAY_PER_USE']),
  status: z.enum(['ACTIVE', 'INACTIVE']),
  paymentMethod: z.enum(['DEBIT', 'MAIL_CHEQUE', 'VISA', 'MASTERCARD']),
  registeredAt: moment,
  /** Null where each use is billed. */
  renewsAt: moment.nullable(),
});

/** A user subscribes to a product now. */
export const SubscriptionCreated = defineEvent({
  name: 'SubscriptionCreated',
  producer: 'subscriptions',
  subject: 'CustomerSubscription',
  payload: subscription,
});

/** Billing, product or payment changed; the payload is what it is now. */
export const SubscriptionChanged = defineEvent({
  name: 'SubscriptionChanged',
  producer: 'subscriptions',
  subject: 'CustomerSubscription',
  payload: subscription,
});

/** A subscription runs on for another term. */
export const SubscriptionRenewed = defineEvent({
  name: 'SubscriptionRenewed',
  producer: 'subscriptions',
  subject: 'CustomerSubscription',
  payload: subscription,
});

/** A subscription is in force no more. */
export const SubscriptionCancelled = defineEvent({
  name: 'SubscriptionCancelled',
  producer: 'subscriptions',
  subject: 'CustomerSubscription',
  payload: subscription,
});
