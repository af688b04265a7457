import type { IdempotencyKeyError } from '../../kit/database/idempotency.ts';
import type * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type UsersErrorCode =
  | 'REQUIRED'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'INVALID_FORMAT'
  | 'OUT_OF_RANGE'
  | 'USERNAME_TAKEN'
  | 'EMAIL_TAKEN'
  | 'ID_TAKEN'
  | 'USER_NOT_FOUND'
  | 'CONFLICT'
  | 'INVALID_CREDENTIALS'
  | IdempotencyKeyError['code'];

export type UserError = kit.UserError<UsersErrorCode>;

/** One wording for an unknown login and a wrong password, so that it does not tell who has an account. */
export const invalidCredentials: UserError = {
  code: 'INVALID_CREDENTIALS',
  message: 'The login or the password is wrong.',
  path: ['login'],
};

export const wrongCurrentPassword: UserError = {
  code: 'INVALID_CREDENTIALS',
  message: 'The current password is wrong.',
  path: ['currentPassword'],
};

export const usernameTaken: UserError = {
  code: 'USERNAME_TAKEN',
  message: 'Somebody else has this username.',
  path: ['username'],
};

export const emailTaken: UserError = {
  code: 'EMAIL_TAKEN',
  message: 'Somebody else has this email address.',
  path: ['email'],
};

export const idTaken: UserError = {
  code: 'ID_TAKEN',
  message: 'Somebody else has this id, or had it once.',
  path: ['id'],
};

export const userNotFound: UserError = {
  code: 'USER_NOT_FOUND',
  message: 'There is no user with this id.',
  path: ['id'],
};

/** The row is not the one that the caller has seen. */
export const conflict = (version: number): UserError => ({
  code: 'CONFLICT',
  message: `Somebody else changed the user meanwhile: read it again, its version is now ${version}.`,
  path: ['version'],
});
