import type { IdempotencyKeyError } from '../../kit/database/idempotency.ts';
import type * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type SubscriptionsErrorCode =
  | 'REQUIRED'
  | 'USER_NOT_FOUND'
  | 'PRODUCT_NOT_FOUND'
  | 'SUBSCRIPTION_NOT_FOUND'
  | 'SUBSCRIPTION_INACTIVE'
  | 'ALREADY_SUBSCRIBED'
  | 'NOT_RENEWABLE'
  | 'CONFLICT'
  | IdempotencyKeyError['code'];

export type UserError = kit.UserError<SubscriptionsErrorCode>;

export const userNotFound: UserError = {
  code: 'USER_NOT_FOUND',
  message: 'There is no user with this id.',
  path: ['userId'],
};

export const productNotFound: UserError = {
  code: 'PRODUCT_NOT_FOUND',
  message: 'There is no service with this id.',
  path: ['productId'],
};

export const subscriptionNotFound: UserError = {
  code: 'SUBSCRIPTION_NOT_FOUND',
  message: 'There is no subscription with this id.',
  path: ['id'],
};

export const subscriptionInactive: UserError = {
  code: 'SUBSCRIPTION_INACTIVE',
  message: 'The subscription is not active: renew it first.',
  path: ['id'],
};

/** @param field what led to the user in the input */
export const alreadySubscribed = (field: 'userId' | 'id'): UserError => ({
  code: 'ALREADY_SUBSCRIBED',
  message: 'The user has an active subscription: change it, or cancel it first.',
  path: [field],
});

/** A renewal that makes no sense, and why. */
export const notRenewable = (message: string): UserError => ({
  code: 'NOT_RENEWABLE',
  message,
  path: ['id'],
});

/** What every subscription has cannot be taken back. */
export const required = (field: string): UserError => ({
  code: 'REQUIRED',
  message: `The ${field} can be changed, but not removed.`,
  path: [field],
});

/** The row is not the one that the caller has seen. */
export const conflict = (version: number): UserError => ({
  code: 'CONFLICT',
  message: `Somebody else changed the subscription meanwhile: read it again, its version is now ${version}.`,
  path: ['version'],
});
