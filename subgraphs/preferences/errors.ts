import type * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type PreferencesErrorCode =
  | 'REQUIRED'
  | 'USER_NOT_FOUND'
  | 'PRODUCT_NOT_FOUND'
  | 'TOO_MANY_PREFERENCES';

export type UserError = kit.UserError<PreferencesErrorCode>;

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

export const regionMissing: UserError = {
  code: 'REQUIRED',
  message: 'The region is missing: it was not set before.',
  path: ['region'],
};

/** What every preference has cannot be taken back. */
export const required = (field: string): UserError => ({
  code: 'REQUIRED',
  message: `The ${field} can be changed, but not removed.`,
  path: [field],
});

export const tooManyPreferences = (limit: number): UserError => ({
  code: 'TOO_MANY_PREFERENCES',
  message: `A user can have ${limit} preferences at most.`,
  path: ['productId'],
});
